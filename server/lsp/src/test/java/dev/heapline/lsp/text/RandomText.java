package dev.heapline.lsp.text;

import java.util.Random;

/** Texts with everything in them that makes counting characters hard. */
final class RandomText {
  private static final String[] PIECES = {
    "a",
    "b ",
    "\t",
    "x := 1",
    "\n",
    "\n",
    "\r\n",
    "\r\n",
    "\r",
    "é",
    "ß",
    "日本",
    "e\u0301",
    "😀",
    "👩\u200d👧",
    "\uFEFF",
    "\uFFFD",
    "\u2028",
    "\0",
    "𝔘",
  };

  private RandomText() {}

  /** {@return a valid text of fewer than the given number of pieces} */
  static String of(Random random, int limit) {
    var text = new StringBuilder();
    for (int count = random.nextInt(limit); count > 0; count--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
