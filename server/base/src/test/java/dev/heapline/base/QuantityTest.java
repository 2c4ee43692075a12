package dev.heapline.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "48, 48 B",
    "1023, 1023 B",
    "1024, 1 kB",
    "1536, 1.5 kB",
    "1048575, 1 MB",
    "4194304, 4 MB",
    "13002342, 12.4 MB",
    "1288490189, 1.2 GB",
    "-2097152, -2 MB",
    "-9223372036854775808, -8 EB",
    "9223372036854775807, 8 EB",
  })
  void bytes(long value, String text) {
    assertThat(Quantity.bytes(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "999|999", "42109|42,109", "-1234567|-1,234,567"})
  void count(long value, String text) {
    assertThat(Quantity.count(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"950, 950", "1234, 1.2k", "999960, 1M", "3400000, 3.4M"})
  void shortCount(long value, String text) {
    assertThat(Quantity.shortCount(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "17091789, ▲ +16.3 MB, ▲ 16.3 MB",
    "-2097152, ▼ -2 MB, ▼ 2 MB",
    "0, 0 B, 0 B",
  })
  void change(long value, String inTables, String inHints) {
    assertThat(Quantity.change(value)).isEqualTo(inTables);
    assertThat(Quantity.shortChange(value)).isEqualTo(inHints);
  }
}
