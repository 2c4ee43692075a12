package dev.heapline.golang.packages;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantLiteral;
import dev.heapline.golang.packages.FileHeader.Embed;
import dev.heapline.golang.syntax.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds {@code //go:embed} lines, which may stand above any variable: outside strings and comments
 * of the other kind.
 */
final class EmbedReader {
  private static final byte[] DIRECTIVE = "//go:embed".getBytes(StandardCharsets.US_ASCII);

  private final String file;
  private final byte[] bytes;
  private final List<Embed> embeds = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private EmbedReader(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** {@return the header with the patterns that the rest of the file embeds} */
  static FileHeader withEmbeds(String file, FileHeader header, byte[] bytes) {
    var reader = new EmbedReader(file, bytes);
    reader.read();
    return new FileHeader(
        header.packageName(),
        header.imports(),
        List.copyOf(reader.embeds),
        header.length(),
        header.mistake());
  }

  private void read() {
    while (at < bytes.length) {
      byte each = bytes[at];
      if (each == '/' && at + 1 < bytes.length && bytes[at + 1] == '/') {
        comment();
      } else if (each == '/' && at + 1 < bytes.length && bytes[at + 1] == '*') {
        block();
      } else if (each == '"' || each == '\'' || each == '`') {
        quoted(each);
      } else {
        step();
      }
    }
  }

  private void step() {
    if (bytes[at++] == '\n') {
      line++;
      lineStart = at;
    }
  }

  private void comment() {
    int start = at;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    int end = start + DIRECTIVE.length;
    boolean directive =
        end <= at
            && Arrays.equals(bytes, start, end, DIRECTIVE, 0, DIRECTIVE.length)
            && (end == at || bytes[end] == ' ' || bytes[end] == '\t');
    if (directive) {
      var position = new SourcePosition(file, start, line, start - lineStart + 1);
      String patterns = new String(bytes, end, at - end, StandardCharsets.UTF_8);
      // A line that is not well formed is the compiler's to report.
      patterns(patterns)
          .ifPresent(list -> list.forEach(each -> embeds.add(new Embed(each, position))));
    }
  }

  private void block() {
    at += 2;
    while (at < bytes.length
        && !(bytes[at] == '*' && at + 1 < bytes.length && bytes[at + 1] == '/')) {
      step();
    }
    at = Math.min(at + 2, bytes.length);
  }

  private void quoted(byte quote) {
    at++;
    while (at < bytes.length && bytes[at] != quote) {
      if (quote != '`' && bytes[at] == '\n') {
        return; // A mistake; it ends with its line.
      }
      if (quote != '`' && bytes[at] == '\\') {
        at++;
      }
      if (at < bytes.length) {
        step();
      }
    }
    at++;
  }

  /** Words between spaces; a word may be a Go string. */
  private static Optional<List<String>> patterns(String text) {
    var patterns = new ArrayList<String>();
    String rest = text.strip();
    while (!rest.isEmpty()) {
      char first = rest.charAt(0);
      boolean quoted = first == '"' || first == '`';
      int end = quoted ? 1 : 0;
      while (end < rest.length()
          && (quoted ? rest.charAt(end) != first : !Character.isWhitespace(rest.charAt(end)))) {
        end += quoted && first == '"' && rest.charAt(end) == '\\' ? 2 : 1;
      }
      end = Math.min(quoted ? end + 1 : end, rest.length());
      String word = rest.substring(0, end);
      if (!quoted) {
        patterns.add(word);
      } else if (ConstantLiteral.of(Token.STRING, word.getBytes(StandardCharsets.UTF_8))
          instanceof Constant.Text value) {
        patterns.add(new String(value.value().bytes(), StandardCharsets.UTF_8));
      } else {
        return Optional.empty();
      }
      rest = rest.substring(end).strip();
    }
    return Optional.of(patterns);
  }
}
