package dev.heapline.pprof.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the comparison with pprof's own output can only meet by chance. */
final class MeasurementTest {
  @ParameterizedTest
  @CsvSource({
    "0, bytes, auto, 0",
    "1023, bytes, auto, 1023B",
    "1024, bytes, auto, 1kB",
    "524800, bytes, auto, 512.50kB",
    "-1536, bytes, auto, -1.50kB",
    "1536, Bytes, MB, 0",
    "5368709120, b, auto, 5GB",
    "1500, ns, auto, 1.50us",
    "90, minutes, auto, 90",
    "7200, seconds, auto, 2hrs",
    "3, ms, bytes, 0",
    "12, count, auto, 12",
    "12, widgets, widgets, 12widgets",
    "-9223372036854775808, count, auto, -9223372036854775808",
  })
  void labels(long value, String from, String to, String expected) {
    assertThat(Measurement.label(value, from, to)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, '    0%'",
    "5, 0, '    0%'",
    "1, 1, '  100%'",
    "-1, 2, 50.00%",
    "1, 200, '  0.5%'",
    "33, 10000, ' 0.33%'",
    "1, 30000000, 3.3e-06%",
    "1, 100000000, 1e-06%",
    "123, 100, 123.00%",
  })
  void percentages(long value, long total, String expected) {
    assertThat(Measurement.percentage(value, total)).isEqualTo(expected);
  }

  /** UTF-16 puts surrogates before the last characters of the first plane; Go does not. */
  @Test
  void textIsOrderedByCodePoints() {
    assertThat(Text.compare("\uFFFD", "\uD83D\uDE00")).isNegative();
    assertThat(Text.compare("a", "ab")).isNegative();
    assertThat(Text.compare("é", "z")).isPositive();
    assertThat(Text.right("Größe", 7)).isEqualTo("  Größe");
  }
}
