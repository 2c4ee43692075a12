package dev.heapline.golang.syntax;

/** Tells keywords from names. */
final class Keywords {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 11;
  private static final Token[] BY_HASH = new Token[64];
  private static final byte[][] TEXT_BY_HASH = new byte[64][];

  static {
    for (Token each : Token.values()) {
      if (each.isKeyword()) {
        byte[] text = new byte[each.text().length()];
        for (int i = 0; i < text.length; i++) {
          text[i] = (byte) each.text().charAt(i);
        }
        int hash = hash(text[0], text[1], text.length);
        BY_HASH[hash] = each;
        TEXT_BY_HASH[hash] = text;
      }
    }
  }

  private Keywords() {}

  /** Gives every keyword a number of its own; the factors were found by trying. */
  private static int hash(int first, int second, int length) {
    return first + 4 * second + 6 * length & 63;
  }

  /** {@return the keyword between two offsets, or {@link Token#IDENTIFIER}} */
  static Token classify(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length < SHORTEST || length > LONGEST) {
      return Token.IDENTIFIER;
    }
    int hash = hash(bytes[start], bytes[start + 1], length);
    byte[] text = TEXT_BY_HASH[hash];
    if (text == null || text.length != length) {
      return Token.IDENTIFIER;
    }
    for (int i = 0; i < length; i++) {
      if (text[i] != bytes[start + i]) {
        return Token.IDENTIFIER;
      }
    }
    return BY_HASH[hash];
  }
}
