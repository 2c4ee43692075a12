package dev.heapline.golang.syntax;

import dev.heapline.golang.source.Runes;

/** What the characters of Go source are, read from UTF-8. */
final class Characters {
  /** What is read past the last byte: no byte and no character. */
  static final int END = 256;

  /** What {@link #decode} gives for bytes that are no UTF-8. */
  static final int INVALID = -1;

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

  /**
   * {@return the code point at an offset, or {@link #INVALID} for overlong forms, surrogates and
   * cut sequences, which count as one byte}
   */
  static int decode(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int more = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
    if (more == 0 || at + more >= bytes.length) {
      return INVALID;
    }
    int point = first & (0x3F >> more);
    for (int next = at + 1; next <= at + more; next++) {
      if ((bytes[next] & 0xC0) != 0x80) {
        return INVALID;
      }
      point = point << 6 | (bytes[next] & 0x3F);
    }
    boolean overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    boolean surrogate = 0xD800 <= point && point < 0xE000;
    return overlong || surrogate || point > Character.MAX_CODE_POINT ? INVALID : point;
  }

  /** {@return how many bytes the result of {@link #decode} takes} */
  static int width(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  /** {@return the character as messages name it: its number, and itself where it can be shown} */
  static String describe(int point) {
    String number = "U+%04X".formatted(point);
    boolean visible = Runes.isPrintable(point);
    return visible ? number + " '" + Character.toString(point) + "'" : number;
  }
}
