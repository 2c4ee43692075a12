package dev.heapline.golang.constant;

import dev.heapline.golang.constant.Constant.Bool;
import dev.heapline.golang.constant.Constant.Complex;
import dev.heapline.golang.constant.Constant.Floating;
import dev.heapline.golang.constant.Constant.Fraction;
import dev.heapline.golang.constant.Constant.Int;
import dev.heapline.golang.constant.Constant.Text;
import dev.heapline.golang.constant.Constant.Unknown;
import dev.heapline.golang.source.Runes;
import dev.heapline.golang.source.Utf8;
import java.util.HexFormat;

/** Constants as text. */
final class ConstantText {

  private ConstantText() {}

  static String exact(Constant value) {
    return switch (value) {
      case Unknown _ -> "unknown";
      case Bool(var bool) -> Boolean.toString(bool);
      case Text(var text) -> quote(text.bytes());
      case Int(var integer) -> integer.toString();
      case Fraction(var fraction) ->
          fraction.isInteger()
              ? fraction.numerator().toString()
              : fraction.numerator() + "/" + fraction.denominator();
      case Floating(var number) -> number.toString();
      case Complex(var real, var imaginary) -> "(" + exact(real) + " + " + exact(imaginary) + "i)";
    };
  }

  /** {@return the bytes as a Go string literal, everything that would not print escaped} */
  static String quote(byte[] bytes) {
    var quoted = new StringBuilder(bytes.length + 2).append('"');
    int at = 0;
    while (at < bytes.length) {
      int rune = Utf8.decode(bytes, at);
      if (rune == Utf8.INVALID) {
        quoted.append("\\x").append(HexFormat.of().toHexDigits(bytes[at]));
      } else {
        appendRune(quoted, rune);
      }
      at += Utf8.width(rune);
    }
    return quoted.append('"').toString();
  }

  private static void appendRune(StringBuilder quoted, int rune) {
    switch (rune) {
      case '"', '\\' -> quoted.append('\\').append((char) rune);
      case 0x07 -> quoted.append("\\a");
      case '\b' -> quoted.append("\\b");
      case '\f' -> quoted.append("\\f");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      case 0x0B -> quoted.append("\\v");
      default -> {
        if (Runes.isPrintable(rune)) {
          quoted.appendCodePoint(rune);
        } else if (rune < ' ' || rune == 0x7F) {
          quoted.append("\\x").append(HexFormat.of().toHexDigits((byte) rune));
        } else if (rune < 0x10000) {
          quoted.append("\\u").append(HexFormat.of().toHexDigits((char) rune));
        } else {
          quoted.append("\\U").append(HexFormat.of().toHexDigits(rune));
        }
      }
    }
  }
}
