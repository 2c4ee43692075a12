package dev.heapline.golang.constant;

/** UTF-8, as Go reads it: shortest forms only, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
  private Utf8() {}

  /** {@return how many bytes the rune at the offset has; 0 where the bytes are malformed} */
  static int width(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int width = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (width == 0 || at + width > bytes.length) {
      return 0;
    }
    for (int i = 1; i < width; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int rune = rune(bytes, at, width);
    boolean shortest = width == 2 || rune >= (width == 3 ? 0x800 : 0x10000);
    boolean scalar = rune <= Character.MAX_CODE_POINT && (rune < 0xD800 || rune > 0xDFFF);
    return shortest && scalar ? width : 0;
  }

  /** {@return the rune of so many well-formed bytes} */
  static int rune(byte[] bytes, int at, int width) {
    int rune = width == 1 ? bytes[at] : bytes[at] & (0x7F >> width);
    for (int i = 1; i < width; i++) {
      rune = rune << 6 | (bytes[at + i] & 0x3F);
    }
    return rune;
  }
}
