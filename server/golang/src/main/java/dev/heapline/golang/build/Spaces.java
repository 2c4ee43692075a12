package dev.heapline.golang.build;

/** White space as Go's {@code unicode.IsSpace} has it, none of it beyond 16 bits. */
final class Spaces {
  private Spaces() {}

  static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || (c >= 0x2000 && c <= 0x200A)
        || switch (c) {
          case ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
          default -> false;
        };
  }

  static int skip(String line, int at) {
    int next = at;
    while (next < line.length() && isSpace(line.charAt(next))) {
      next++;
    }
    return next;
  }

  /** {@return where the white space at the end of a line begins} */
  static int trimmedEnd(String line) {
    int end = line.length();
    while (end > 0 && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
