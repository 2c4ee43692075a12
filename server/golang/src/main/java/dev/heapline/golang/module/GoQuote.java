package dev.heapline.golang.module;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantLiteral;
import dev.heapline.golang.source.Runes;
import dev.heapline.golang.syntax.Token;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in quotes as {@code go.mod} and Go's messages have it. */
final class GoQuote {
  private GoQuote() {}

  /** {@return a string in double quotes, as {@code %q} prints it} */
  static String string(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(rune -> append(quoted, rune, '"'));
    return quoted.append('"').toString();
  }

  /** {@return a rune in single quotes, as {@code %q} prints it} */
  static String rune(int rune) {
    var quoted = new StringBuilder("'");
    append(quoted, rune, '\'');
    return quoted.append('\'').toString();
  }

  /** {@return what a literal in double quotes stands for, or nothing where it is malformed} */
  static Optional<String> unquote(String literal) {
    var value = ConstantLiteral.of(Token.STRING, literal.getBytes(StandardCharsets.UTF_8));
    return value instanceof Constant.Text text
        ? Optional.of(new String(text.value().bytes(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static void append(StringBuilder quoted, int rune, char quote) {
    if (rune == quote || rune == '\\') {
      quoted.append('\\').append((char) rune);
    } else if (Runes.isPrintable(rune)) {
      quoted.appendCodePoint(rune);
    } else {
      quoted.append(
          switch (rune) {
            case 0x07 -> "\\a";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 0x0b -> "\\v";
            default ->
                rune < 0x80
                    ? "\\x%02x".formatted(rune)
                    : rune < 0x10000 ? "\\u%04x".formatted(rune) : "\\U%08x".formatted(rune);
          });
    }
  }
}
