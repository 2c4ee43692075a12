package dev.heapline.golang.constant;

import dev.heapline.golang.source.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rune and string literals stand for. */
final class QuotedLiteral {
  private final byte[] source;
  private final byte quote;
  private int at = 1;

  private QuotedLiteral(byte[] source) {
    this.source = source;
    this.quote = source[0];
  }

  /** {@return the rune of a literal with its single quotes, or nothing where it is malformed} */
  static Optional<Integer> rune(byte[] source) {
    if (!isQuotedBy('\'', source)) {
      return Optional.empty();
    }
    var literal = new QuotedLiteral(source);
    var element = literal.next();
    return element == null || literal.at != source.length - 1
        ? Optional.empty()
        : Optional.of(element.value);
  }

  /** {@return the bytes of a literal with its quotes, or nothing where it is malformed} */
  static Optional<byte[]> text(byte[] source) {
    if (isQuotedBy('`', source)) {
      return Optional.of(withoutCarriageReturns(Arrays.copyOfRange(source, 1, source.length - 1)));
    }
    if (!isQuotedBy('"', source)) {
      return Optional.empty();
    }
    if (isPlain(source)) {
      return Optional.of(Arrays.copyOfRange(source, 1, source.length - 1));
    }
    var bytes = new ByteArrayOutputStream(source.length);
    var literal = new QuotedLiteral(source);
    while (literal.at < source.length - 1) {
      var element = literal.next();
      if (element == null) {
        return Optional.empty();
      }
      element.appendTo(bytes);
    }
    return literal.at == source.length - 1 ? Optional.of(bytes.toByteArray()) : Optional.empty();
  }

  private static boolean isQuotedBy(char quote, byte[] source) {
    return source.length >= 2 && source[0] == quote && source[source.length - 1] == quote;
  }

  /** {@return whether a string stands for the characters between its quotes, all of them ASCII} */
  private static boolean isPlain(byte[] source) {
    for (int i = 1; i < source.length - 1; i++) {
      byte each = source[i];
      if (each < 0 || each == '\\' || each == '"' || each == '\n') {
        return false;
      }
    }
    return true;
  }

  private static byte[] withoutCarriageReturns(byte[] bytes) {
    int length = 0;
    for (byte each : bytes) {
      if (each != '\r') {
        bytes[length++] = each;
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /** One character or escape; {@code \xFF} and {@code \377} are a byte, everything else a rune. */
  private record Element(int value, boolean isByte) {
    void appendTo(ByteArrayOutputStream bytes) {
      if (isByte || value < 0x80) {
        bytes.write(value);
      } else {
        bytes.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private @Nullable Element next() {
    byte first = source[at];
    if (first == quote || first == '\n') {
      return null;
    }
    if (first == '\\') {
      return escape();
    }
    int rune = Utf8.decode(source, at);
    at += Utf8.width(rune);
    return rune == Utf8.INVALID ? new Element(first & 0xFF, true) : new Element(rune, false);
  }

  private @Nullable Element escape() {
    byte selector = source[at + 1];
    at += 2;
    return switch (selector) {
      case 'a' -> new Element(0x07, false);
      case 'b' -> new Element('\b', false);
      case 'f' -> new Element('\f', false);
      case 'n' -> new Element('\n', false);
      case 'r' -> new Element('\r', false);
      case 't' -> new Element('\t', false);
      case 'v' -> new Element(0x0B, false);
      case '\\' -> new Element('\\', false);
      case '\'', '"' -> selector == quote ? new Element(selector, false) : null;
      case 'x' -> digits(2, 16, 0xFF, true);
      case 'u' -> scalar(digits(4, 16, 0xFFFF, false));
      case 'U' -> scalar(digits(8, 16, Character.MAX_CODE_POINT, false));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        yield digits(3, 8, 0xFF, true);
      }
      default -> null;
    };
  }

  private @Nullable Element digits(int count, int base, int most, boolean isByte) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      int digit = at < source.length - 1 ? Character.digit(source[at], base) : -1;
      if (digit < 0) {
        return null;
      }
      value = value * base + digit;
      at++;
    }
    return value <= most ? new Element((int) value, isByte) : null;
  }

  private static @Nullable Element scalar(@Nullable Element element) {
    boolean surrogate = element != null && element.value >= 0xD800 && element.value <= 0xDFFF;
    return surrogate ? null : element;
  }
}
