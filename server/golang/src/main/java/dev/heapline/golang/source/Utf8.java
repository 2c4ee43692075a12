package dev.heapline.golang.source;

/**
 * UTF-8 as Go reads it: shortest forms only, no surrogates, nothing above U+10FFFF. Whatever is
 * none of that is one byte on its own.
 */
public final class Utf8 {
  /** What {@link #decode} gives for a byte that starts no well-formed rune. */
  public static final int INVALID = -1;

  private Utf8() {}

  /** {@return the rune at an offset; {@link #INVALID} where none is well-formed there} */
  public static int decode(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int more = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
    if (more == 0 || at + more >= bytes.length) {
      return INVALID;
    }
    int rune = first & (0x3F >> more);
    for (int next = at + 1; next <= at + more; next++) {
      if ((bytes[next] & 0xC0) != 0x80) {
        return INVALID;
      }
      rune = rune << 6 | (bytes[next] & 0x3F);
    }
    boolean overlong = (more == 2 && rune < 0x800) || (more == 3 && rune < 0x10000);
    boolean surrogate = 0xD800 <= rune && rune < 0xE000;
    return overlong || surrogate || rune > Character.MAX_CODE_POINT ? INVALID : rune;
  }

  /** {@return how many bytes the result of {@link #decode} takes, 1 to 4} */
  public static int width(int rune) {
    return rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
  }
}
