package dev.heapline.app.check;

/** Text of strangers, such as source, made fit for a terminal. */
final class Terminal {
  private Terminal() {}

  /**
   * {@return the text without control characters, cut where it is longer than a number of
   * characters}
   */
  static String safe(String text, int longest) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.codePointCount(0, plain.length()) <= longest
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
