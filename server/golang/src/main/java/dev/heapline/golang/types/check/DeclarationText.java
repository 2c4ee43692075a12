package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.TopLevel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a declaration, or of a part of it, by which it is known again in another version.
 *
 * <p>There is none where the same text may have another tree elsewhere, because something is
 * missing in it.
 */
final class DeclarationText {
  /** How much of a declaration counts. */
  enum Part {
    /** All of it, the comment before it included. */
    WHOLE,
    /** What is neither a comment before it nor a function's body. */
    HEAD,
    /** The same, in which comments and layout make no difference. */
    HEAD_TOKENS
  }

  private final byte[] source;
  private final int from;
  private final int to;
  private final StringBuilder text = new StringBuilder();

  /** What stands between the last character and the next: nothing, a space, or an end of line. */
  private char gap;

  private DeclarationText(byte[] source, int from, int to) {
    this.source = source;
    this.from = from;
    this.to = to;
  }

  static Optional<String> of(FileScope file, TopLevel topLevel, Part part) {
    var tree = topLevel.tree();
    byte[] source = file.tree.source().bytes();
    int start = part == Part.WHOLE ? 0 : tree.declaration().start();
    int end = tree.length();
    boolean sound = tree.complete();
    if (part != Part.WHOLE
        && tree.declaration() instanceof Declaration.Function function
        && !(function.body() instanceof Statement.Absent)) {
      var body = function.body();
      end = body.start();
      // What is wrong further down leaves the head alone.
      sound = tree.errors().stream().allMatch(error -> error.offset() >= body.start());
    }
    if (!sound) {
      return Optional.empty();
    }
    start += topLevel.offset();
    end += topLevel.offset();
    return Optional.of(
        part == Part.HEAD_TOKENS
            ? new DeclarationText(source, start, end).tokens()
            : new String(source, start, end - start, StandardCharsets.ISO_8859_1));
  }

  /**
   * Lines stay apart, for the end of one may end a statement; spaces stay where they may matter.
   */
  private String tokens() {
    int at = from;
    while (at < to) {
      char next = (char) (source[at] & 0xff);
      switch (next) {
        case ' ', '\t', '\r' -> {
          gap = gap == 0 ? ' ' : gap;
          at++;
        }
        case '\n' -> {
          gap = '\n';
          at++;
        }
        case '/' -> {
          int end = commentEnd(at);
          if (end == at) {
            add(next);
            at++;
          } else {
            at = end;
          }
        }
        case '"', '\'', '`' -> {
          int end = literalEnd(at, next);
          while (at < end) {
            add((char) (source[at++] & 0xff));
          }
        }
        default -> {
          add(next);
          at++;
        }
      }
    }
    return text.toString();
  }

  private void add(char next) {
    if (gap != 0 && !text.isEmpty()) {
      char last = text.charAt(text.length() - 1);
      boolean together =
          isBracket(last)
              || isBracket(next)
              || (isWord(last) != isWord(next) && last != '.' && next != '.');
      if (gap == '\n' || !together) {
        text.append(gap);
      }
    }
    gap = 0;
    text.append(next);
  }

  private static boolean isBracket(char character) {
    return "()[]{},;".indexOf(character) >= 0;
  }

  private static boolean isWord(char character) {
    return character == '_' || character >= 0x80 || Character.isLetterOrDigit(character);
  }

  /** {@return where a comment ends that may start here; here, if none does} */
  private int commentEnd(int at) {
    if (at + 1 >= to) {
      return at;
    }
    if (source[at + 1] == '/') {
      int end = at;
      while (end < to && source[end] != '\n') {
        end++;
      }
      return end;
    }
    if (source[at + 1] != '*') {
      return at;
    }
    gap = gap == 0 ? ' ' : gap;
    int end = at + 2;
    while (end < to && !(source[end] == '/' && source[end - 1] == '*' && end > at + 2)) {
      if (source[end] == '\n') {
        gap = '\n';
      }
      end++;
    }
    return Math.min(to, end + 1);
  }

  /** {@return the place after the quote that closes a literal} */
  private int literalEnd(int at, char quote) {
    int end = at + 1;
    while (end < to && source[end] != quote) {
      end += quote != '`' && source[end] == '\\' ? 2 : 1;
    }
    return Math.min(to, end + 1);
  }
}
