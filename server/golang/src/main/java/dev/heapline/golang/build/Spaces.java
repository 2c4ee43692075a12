package dev.heapline.golang.build;

import java.nio.charset.StandardCharsets;

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

  /** {@return how many bytes of UTF-8 white space stand at a place; 0 if something else does} */
  static int lengthAt(byte[] bytes, int at, int end) {
    if (bytes[at] >= 0) {
      return isSpace((char) bytes[at]) ? 1 : 0;
    }
    for (int length = 2; length <= 3 && at + length <= end; length++) {
      if (isSpaceOf(bytes, at, length)) {
        return length;
      }
    }
    return 0;
  }

  /** {@return how many bytes of UTF-8 white space end before a place; 0 if something else does} */
  static int lengthBefore(byte[] bytes, int start, int at) {
    if (bytes[at - 1] >= 0) {
      return isSpace((char) bytes[at - 1]) ? 1 : 0;
    }
    for (int length = 2; length <= 3 && at - length >= start; length++) {
      if (isSpaceOf(bytes, at - length, length)) {
        return length;
      }
    }
    return 0;
  }

  private static boolean isSpaceOf(byte[] bytes, int at, int length) {
    var text = new String(bytes, at, length, StandardCharsets.UTF_8);
    return text.length() == 1 && isSpace(text.charAt(0));
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
