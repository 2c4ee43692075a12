package dev.heapline.golang.constant;

import dev.heapline.golang.constant.Constant.Complex;
import dev.heapline.golang.constant.Constant.Int;
import dev.heapline.golang.constant.Constant.Text;
import dev.heapline.golang.constant.Constant.Unknown;
import dev.heapline.golang.syntax.Token;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The values of literals. */
public final class ConstantLiteral {
  private ConstantLiteral() {}

  /**
   * {@return the value of a literal, or {@link Unknown} where it is malformed or out of every
   * range}
   *
   * @param kind the kind of literal that the scanner found
   * @param source the literal as it stands in the source
   */
  public static Constant of(Token kind, byte[] source) {
    return switch (kind) {
      case INT -> {
        long small = ShortNumber.of(source);
        yield small >= 0 ? Constant.of(small) : integer(ascii(source));
      }
      case FLOAT -> NumberLiteral.parse(ascii(source));
      case IMAGINARY -> imaginary(ascii(source));
      case RUNE ->
          QuotedLiteral.rune(source)
              .<Constant>map(rune -> Constant.of((long) rune))
              .orElseGet(Constant::unknown);
      case STRING ->
          QuotedLiteral.text(source)
              .<Constant>map(bytes -> new Text(ByteText.of(bytes)))
              .orElseGet(Constant::unknown);
      default -> new Unknown();
    };
  }

  private static String ascii(byte[] source) {
    return new String(source, StandardCharsets.ISO_8859_1)
        .replace("_", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Constant integer(String text) {
    try {
      return new Int(
          switch (text.length() < 2 ? "" : text.substring(0, 2)) {
            case "0x" -> new BigInteger(text.substring(2), 16);
            case "0o" -> new BigInteger(text.substring(2), 8);
            case "0b" -> new BigInteger(text.substring(2), 2);
            default -> new BigInteger(text, text.startsWith("0") ? 8 : 10);
          });
    } catch (NumberFormatException _) {
      return new Unknown();
    }
  }

  private static Constant imaginary(String text) {
    var value = NumberLiteral.parse(text.substring(0, text.length() - 1));
    return value instanceof Unknown ? value : new Complex(Constant.of(0), value);
  }
}
