package dev.heapline.pprof.measure;

/** Text as Go orders and pads it: by code points, not by UTF-16 units. */
public final class Text {
  private Text() {}

  /** Compares as the bytes of UTF-8 compare. */
  public static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // A surrogate stands for a code point above all others.
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? Character.compare(x, y)
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** {@return the text with spaces before it, so that it has at least {@code width} characters} */
  public static String right(String text, int width) {
    int missing = width - text.codePointCount(0, text.length());
    return missing > 0 ? " ".repeat(missing) + text : text;
  }
}
