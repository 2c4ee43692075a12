package dev.heapline.golang.syntax;

/**
 * Finds the end of a block by its braces alone, several times faster than by its tokens.
 *
 * <p>Braces in comments, strings and runes do not count. Of sound source the answer is right; of
 * other source there may be none, or one that the parser would not agree with.
 */
final class Braces {
  private Braces() {}

  /** {@return the offset of the brace that closes the one at an offset, or −1} */
  static int closing(byte[] bytes, int open) {
    int depth = 0;
    int at = open;
    while (at < bytes.length) {
      int next = at + 1;
      switch (bytes[at]) {
        case '{' -> depth++;
        case '}' -> {
          depth--;
          if (depth == 0) {
            return at;
          }
        }
        case '"', '\'' -> next = endOfQuoted(bytes, at);
        case '`' -> next = endOf(bytes, next, '`', '`');
        case '/' -> next = endOfComment(bytes, at);
        default -> {}
      }
      at = next;
    }
    return -1;
  }

  /** {@return the offset past a string or rune, or past its line where it does not end there} */
  private static int endOfQuoted(byte[] bytes, int start) {
    byte quote = bytes[start];
    for (int at = start + 1; at < bytes.length; at++) {
      byte each = bytes[at];
      if (each == quote || each == '\n') {
        return at + 1;
      }
      if (each == '\\') {
        at++;
      }
    }
    return bytes.length;
  }

  /** {@return the offset past a comment, or past a slash that begins none} */
  private static int endOfComment(byte[] bytes, int start) {
    int second = start + 1 < bytes.length ? bytes[start + 1] : ' ';
    return switch (second) {
      case '/' -> endOf(bytes, start + 2, '\n', '\n');
      case '*' -> endOf(bytes, start + 2, '*', '/');
      default -> start + 1;
    };
  }

  /** {@return the offset past the next place with one byte, or, where they differ, two in a row} */
  private static int endOf(byte[] bytes, int from, char first, char second) {
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] == first) {
        if (first == second) {
          return at + 1;
        }
        if (at + 1 < bytes.length && bytes[at + 1] == second) {
          return at + 2;
        }
      }
    }
    return bytes.length;
  }
}
