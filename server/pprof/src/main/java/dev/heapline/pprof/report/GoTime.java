package dev.heapline.pprof.report;

import java.math.BigDecimal;

/** Times and durations as Go's {@code %v} prints them. */
final class GoTime {
  private static final long SECOND = 1_000_000_000;

  private GoTime() {}

  /** When the report's profile was taken: {@code 2026-02-03 04:05:06.5 +0000 UTC}. */
  static String withNanos(Report report) {
    long nanos = Math.floorMod(report.profile().timeNanos(), SECOND);
    String fraction = nanos == 0 ? "" : decimal(nanos, 9).substring(1);
    return Header.time(report, "yyyy-MM-dd HH:mm:ss") + fraction + Header.time(report, " xx zzz");
  }

  /** A duration: {@code 1h2m0.5s}, {@code 1.5ms}. */
  static String duration(long nanos) {
    long size = Math.abs(nanos);
    String sign = nanos < 0 ? "-" : "";
    if (size < 1000) {
      return sign + size + "ns";
    }
    if (size < 1_000_000) {
      return sign + decimal(size, 3) + "µs";
    }
    if (size < SECOND) {
      return sign + decimal(size, 6) + "ms";
    }
    long minutes = size / (60 * SECOND);
    String seconds = decimal(size % (60 * SECOND), 9) + "s";
    if (minutes == 0) {
      return sign + seconds;
    }
    return sign
        + (minutes >= 60 ? minutes / 60 + "h" + minutes % 60 : "" + minutes)
        + "m"
        + seconds;
  }

  private static String decimal(long value, int scale) {
    BigDecimal number = BigDecimal.valueOf(value, scale).stripTrailingZeros();
    return number.toPlainString();
  }
}
