package dev.heapline.linecost.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes as people write them: {@code 512}, {@code 64 kB}, {@code 1.5MB}; units are powers of 1024.
 */
final class ByteSize {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([kmgt]?)i?b?");
  private static final List<String> UNITS = List.of("", "k", "m", "g", "t");

  private ByteSize() {}

  static Optional<Long> parse(String text) {
    var matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var bytes =
        new BigDecimal(matcher.group(1))
            .multiply(BigDecimal.valueOf(1024).pow(UNITS.indexOf(matcher.group(2))))
            .toBigInteger();
    return bytes.bitLength() < 63 ? Optional.of(bytes.longValue()) : Optional.empty();
  }
}
