package dev.heapline.alloc.type;

import dev.heapline.golang.syntax.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** The values of literals, from their source. */
final class Literals {
  private static final int LONGEST_NUMBER = 400;

  private Literals() {}

  static Optional<ConstantValue> value(Token kind, String text) {
    if (kind != Token.STRING && text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return switch (kind) {
        case INT -> Optional.of(new ConstantValue.Whole(integer(text)));
        case FLOAT -> real(text);
        case RUNE -> rune(text);
        case STRING -> Optional.of(new ConstantValue.Text(length(text)));
        default -> Optional.empty();
      };
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      // Source that is being typed: the literal is not complete.
      return Optional.empty();
    }
  }

  private static BigInteger integer(String text) {
    String digits = text.replace("_", "");
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      return switch (digits.charAt(1)) {
        case 'x', 'X' -> new BigInteger(digits.substring(2), 16);
        case 'b', 'B' -> new BigInteger(digits.substring(2), 2);
        case 'o', 'O' -> new BigInteger(digits.substring(2), 8);
        default -> new BigInteger(digits, 8);
      };
    }
    return new BigInteger(digits);
  }

  private static Optional<ConstantValue> real(String text) {
    String digits = text.replace("_", "");
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return Optional.empty();
    }
    var value = new BigDecimal(digits);
    return Math.abs((long) value.scale()) > LONGEST_NUMBER
        ? Optional.empty()
        : Optional.of(new ConstantValue.Real(value));
  }

  private static Optional<ConstantValue> rune(String text) {
    if (text.length() < 3) {
      return Optional.empty();
    }
    int value =
        text.charAt(1) == '\\'
            ? escaped(text.substring(2, text.length() - 1))
            : text.codePointAt(1);
    return Optional.of(new ConstantValue.Whole(BigInteger.valueOf(value)));
  }

  private static int escaped(String escape) {
    return switch (escape.charAt(0)) {
      case 'a' -> 7;
      case 'b' -> 8;
      case 'f' -> 12;
      case 'n' -> 10;
      case 'r' -> 13;
      case 't' -> 9;
      case 'v' -> 11;
      case 'x', 'u', 'U' -> Integer.parseInt(escape.substring(1), 16);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> Integer.parseInt(escape, 8);
      default -> escape.charAt(0);
    };
  }

  /** {@return the bytes of the string that a literal denotes} */
  private static long length(String text) {
    String content = text.substring(1, text.length() - 1);
    if (text.charAt(0) == '`') {
      return utf8Length(content.replace("\r", ""));
    }
    long length = 0;
    int i = 0;
    while (i < content.length()) {
      if (content.charAt(i) != '\\') {
        int codePoint = content.codePointAt(i);
        length += utf8Length(codePoint);
        i += Character.charCount(codePoint);
        continue;
      }
      switch (content.charAt(i + 1)) {
        case 'x' -> {
          length++;
          i += 4;
        }
        case 'u' -> {
          length += utf8Length(Integer.parseInt(content, i + 2, i + 6, 16));
          i += 6;
        }
        case 'U' -> {
          length += utf8Length(Integer.parseInt(content, i + 2, i + 10, 16));
          i += 10;
        }
        case '0', '1', '2', '3', '4', '5', '6', '7' -> {
          length++;
          i += 4;
        }
        default -> {
          length++;
          i += 2;
        }
      }
    }
    return length;
  }

  private static long utf8Length(String text) {
    return text.codePoints().mapToLong(Literals::utf8Length).sum();
  }

  /** {@return the bytes of a code point in UTF-8} */
  static int utf8Length(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
