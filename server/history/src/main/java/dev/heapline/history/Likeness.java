package dev.heapline.history;

import java.util.Arrays;

/**
 * Pairs lines that replaced each other and are alike: by the pairs of adjacent bytes that two lines
 * share (Dice's coefficient).
 *
 * <p>Where lines look much like their neighbours, likeness proves little. So a line is only paired
 * with the one that is more like it than any other around.
 */
final class Likeness {
  /** From here on two lines count as one that was changed. */
  private static final double ALIKE = 0.6;

  /** How much more alike than to any other line around. */
  private static final double LEAD = 0.1;

  /** How many lines around a change are looked at for better matches. */
  private static final int AROUND = 6;

  /** Pairs of lines above which none is looked for: blocks that large were rewritten. */
  private static final long LARGEST_COMPARISON = 10_000;

  private Likeness() {}

  /** Finds pairs among two stretches of lines, in order; the ends are not included. */
  static void pair(
      Lines left,
      int leftStart,
      int leftEnd,
      Lines right,
      int rightStart,
      int rightEnd,
      Alignment.Pairs pairs) {
    int height = leftEnd - leftStart;
    int width = rightEnd - rightStart;
    if (height <= 0 || width <= 0 || (long) height * width > LARGEST_COMPARISON) {
      return;
    }
    int leftFrom = Math.max(1, leftStart - AROUND);
    int rightFrom = Math.max(1, rightStart - AROUND);
    int[][] leftGrams = grams(left, leftFrom, Math.min(left.count() + 1, leftEnd + AROUND));
    int[][] rightGrams = grams(right, rightFrom, Math.min(right.count() + 1, rightEnd + AROUND));
    int next = rightStart;
    for (int line = leftStart; line < leftEnd; line++) {
      int[] grams = leftGrams[line - leftFrom];
      int best = mostAlike(grams, rightGrams);
      int place = rightFrom + best;
      if (best >= 0
          && next <= place
          && place < rightEnd
          && mostAlike(rightGrams[best], leftGrams) == line - leftFrom) {
        pairs.add(line, place);
        next = place + 1;
      }
    }
  }

  /** {@return the index of the line that is alike, and leads over all others, or −1} */
  private static int mostAlike(int[] grams, int[][] others) {
    int best = -1;
    double first = 0;
    double second = 0;
    for (int index = 0; index < others.length; index++) {
      double alike = alike(grams, others[index]);
      if (alike > first) {
        second = first;
        first = alike;
        best = index;
      } else if (alike > second) {
        second = alike;
      }
    }
    return first >= ALIKE && first - second >= LEAD ? best : -1;
  }

  private static int[][] grams(Lines lines, int start, int end) {
    int[][] grams = new int[end - start][];
    for (int line = start; line < end; line++) {
      byte[] code = lines.codeWithoutComment(line);
      int[] pairs = new int[Math.max(0, Math.min(code.length, 1_000) - 1)];
      for (int index = 0; index < pairs.length; index++) {
        pairs[index] = (code[index] & 0xff) << 8 | (code[index + 1] & 0xff);
      }
      Arrays.sort(pairs);
      grams[line - start] = pairs;
    }
    return grams;
  }

  private static double alike(int[] left, int[] right) {
    if (left.length == 0 || right.length == 0) {
      return 0;
    }
    int shared = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        shared++;
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return 2.0 * shared / (left.length + right.length);
  }
}
