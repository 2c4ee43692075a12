package dev.heapline.golang.syntax;

import dev.heapline.golang.source.Runes;

/** What the characters of Go source are. */
final class Characters {
  /** What is read past the last byte: no byte and no character. */
  static final int END = 256;

  /** The byte order mark, allowed only as the first character. */
  static final int BYTE_ORDER_MARK = 0xFEFF;

  private static final boolean[] NAME_PART = new boolean[END + 1];

  static {
    for (int each = 0; each < 128; each++) {
      NAME_PART[each] =
          ('a' <= each && each <= 'z')
              || ('A' <= each && each <= 'Z')
              || ('0' <= each && each <= '9')
              || each == '_';
    }
  }

  private Characters() {}

  /** {@return whether an ASCII character may stand in a name; false for every other byte} */
  static boolean isNamePart(int character) {
    return NAME_PART[character];
  }

  static boolean isDecimal(int character) {
    return '0' <= character && character <= '9';
  }

  static boolean isHexadecimal(int character) {
    return isDecimal(character)
        || ('a' <= character && character <= 'f')
        || ('A' <= character && character <= 'F');
  }

  /** {@return the character between single quotes, escaped where it has to be} */
  static String quoted(int point) {
    return switch (point) {
      case '\n' -> "'\\n'";
      case '\t' -> "'\\t'";
      case '\r' -> "'\\r'";
      case '\'' -> "'\\''";
      case '\\' -> "'\\\\'";
      default ->
          Runes.isPrintable(point)
              ? "'" + Character.toString(point) + "'"
              : point < 0x80 ? "'\\x%02x'".formatted(point) : "'\\u%04x'".formatted(point);
    };
  }
}
