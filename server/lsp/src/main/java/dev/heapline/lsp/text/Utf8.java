package dev.heapline.lsp.text;

/**
 * One character after another of bytes that ought to be UTF-8.
 *
 * <p>What is not UTF-8 is cut as the Unicode standard (chapter 3.9, "U+FFFD Substitution of Maximal
 * Subparts") and the WHATWG decoder cut it, because that is how an editor has read the same file:
 * each maximal part of a broken sequence has become one U+FFFD.
 */
final class Utf8 {
  private Utf8() {}

  /**
   * {@return the number of bytes of the character, or of the broken part of one, at an offset}
   *
   * @param bytes the text
   * @param offset where the character starts
   * @param end the end of the text, past the offset
   */
  static int length(byte[] bytes, int offset, int end) {
    int first = bytes[offset] & 0xff;
    if (first < 0xc2 || first > 0xf4) {
      return 1;
    }
    int wanted = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (int index = 1; index < wanted; index++) {
      if (offset + index == end || !continues(first, index, bytes[offset + index] & 0xff)) {
        return index;
      }
    }
    return wanted;
  }

  /**
   * {@return the number of UTF-16 code units of the character, or of the U+FFFD in its place}
   *
   * @param length the character's number of bytes: only characters outside the basic plane have
   *     four, and no broken part has
   */
  static int utf16Units(int length) {
    return length == 4 ? 2 : 1;
  }

  /** Overlong forms, surrogates and what lies past U+10FFFF break at their second byte. */
  private static boolean continues(int first, int index, int next) {
    if (index > 1) {
      return (next & 0xc0) == 0x80;
    }
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return next >= low && next <= high;
  }
}
