package dev.heapline.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The text of quantities, as every surface of the product shows them.
 *
 * <p>Units of bytes are pprof's: powers of 1024, written {@code B}, {@code kB}, {@code MB}, …
 */
public final class Quantity {
  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final String[] COUNT_SUFFIXES = {"", "k", "M", "G", "T", "P", "E"};

  private Quantity() {}

  /**
   * {@return the bytes with one decimal in the largest unit that fits: {@code 12.4 MB}, {@code 4
   * MB}, {@code 48 B}}
   */
  public static String bytes(long bytes) {
    return scaled(bytes, 1024, " ", BYTE_UNITS);
  }

  /** {@return the count in full, thousands grouped by commas: {@code 42,109}} */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /**
   * {@return the count where space is short, in powers of 1000: {@code 950}, {@code 1.2k}, {@code
   * 3.4M}}
   */
  public static String shortCount(long count) {
    return scaled(count, 1000, "", COUNT_SUFFIXES);
  }

  /**
   * {@return the change of an amount of bytes, as tables show it: {@code ▲ +16.3 MB}, {@code ▼ -2
   * MB}, {@code 0 B}}
   */
  public static String change(long bytes) {
    if (bytes == 0) {
      return bytes(0);
    }
    return bytes > 0 ? "▲ +" + bytes(bytes) : "▼ " + bytes(bytes);
  }

  /**
   * {@return the change of an amount of bytes where space is short: {@code ▲ 3.1 MB}, {@code ▼ 2
   * MB}, {@code 0 B}}
   */
  public static String shortChange(long bytes) {
    if (bytes == 0) {
      return bytes(0);
    }
    return bytes > 0 ? "▲ " + bytes(bytes) : "▼ " + bytes(bytes).substring(1);
  }

  private static String scaled(long value, int base, String separator, String[] units) {
    var rest = BigDecimal.valueOf(value);
    var divisor = BigDecimal.valueOf(base);
    int unit = 0;
    // Rounded before it is compared, so that 1,048,575 B is 1 MB and never 1024 kB.
    while (unit < units.length - 1
        && rest.abs().setScale(1, RoundingMode.HALF_UP).compareTo(divisor) >= 0) {
      rest = rest.divide(divisor);
      unit++;
    }
    String number = rest.setScale(1, RoundingMode.HALF_UP).toPlainString();
    return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number)
        + separator
        + units[unit];
  }
}
