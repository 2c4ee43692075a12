package dev.heapline.history;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the lines of one text in another, in order.
 *
 * <p>Lines that are the same at both ends are cut off; lines that occur once on either side divide
 * the rest; what lies between is compared by Myers' algorithm; and lines that are left over in the
 * same place are paired where they are alike. A stretch too large for that in reasonable time,
 * which takes thousands of changed lines without a unique one among them, stays unpaired.
 */
final class Alignment {
  /** Pairs of lines above which Myers' algorithm is not tried. */
  private static final long LARGEST_COMPARISON = 4_000_000;

  private final Lines left;
  private final Lines right;
  private final Pairs pairs;

  /** Takes the pairs that are found. */
  @FunctionalInterface
  interface Pairs {
    void add(int leftLine, int rightLine);
  }

  Alignment(Lines left, Lines right, Pairs pairs) {
    this.left = left;
    this.right = right;
    this.pairs = pairs;
  }

  /** Finds pairs among two stretches of lines, first and last included. */
  void align(int leftFirst, int leftLast, int rightFirst, int rightLast) {
    int top = leftFirst;
    int rightTop = rightFirst;
    int bottom = leftLast;
    int rightBottom = rightLast;
    while (top <= bottom && rightTop <= rightBottom && Lines.same(left, top, right, rightTop)) {
      pairs.add(top++, rightTop++);
    }
    while (top <= bottom
        && rightTop <= rightBottom
        && Lines.same(left, bottom, right, rightBottom)) {
      pairs.add(bottom--, rightBottom--);
    }
    if (top > bottom || rightTop > rightBottom) {
      return;
    }
    List<int[]> anchors = anchors(top, bottom, rightTop, rightBottom);
    if (anchors.isEmpty()) {
      compare(top, bottom, rightTop, rightBottom);
      return;
    }
    for (int[] anchor : anchors) {
      align(top, anchor[0] - 1, rightTop, anchor[1] - 1);
      pairs.add(anchor[0], anchor[1]);
      top = anchor[0] + 1;
      rightTop = anchor[1] + 1;
    }
    align(top, bottom, rightTop, rightBottom);
  }

  /** {@return pairs of lines that occur once on either side, in order on both} */
  private List<int[]> anchors(int leftFirst, int leftLast, int rightFirst, int rightLast) {
    var rightByHash = unique(right, rightFirst, rightLast);
    var candidates = new ArrayList<int[]>();
    var leftByHash = unique(left, leftFirst, leftLast);
    for (int line = leftFirst; line <= leftLast; line++) {
      long hash = left.hash(line);
      int other = rightByHash.getOrDefault(hash, REPEATED);
      if (other != REPEATED
          && leftByHash.getOrDefault(hash, REPEATED) == line
          && !left.isBlank(line)
          && Lines.same(left, line, right, other)) {
        candidates.add(new int[] {line, other});
      }
    }
    return Increasing.longest(candidates);
  }

  private static final int REPEATED = -1;

  private static Map<Long, Integer> unique(Lines lines, int first, int last) {
    var byHash = new HashMap<Long, Integer>();
    for (int line = first; line <= last; line++) {
      byHash.merge(lines.hash(line), line, (_, _) -> REPEATED);
    }
    return byHash;
  }

  private void compare(int leftFirst, int leftLast, int rightFirst, int rightLast) {
    long size = (leftLast - leftFirst + 1L) * (rightLast - rightFirst + 1L);
    if (size > LARGEST_COMPARISON) {
      return;
    }
    var changes =
        new MyersDiffWithLinearSpace<Long>()
            .computeDiff(
                hashes(left, leftFirst, leftLast), hashes(right, rightFirst, rightLast), null);
    int top = leftFirst;
    int rightTop = rightFirst;
    int end = leftFirst;
    int rightEnd = rightFirst;
    for (var change : changes) {
      // A deletion and an insertion in the same place are one change here.
      if (leftFirst + change.startOriginal > end) {
        Likeness.pair(left, top, end, right, rightTop, rightEnd, pairs);
        top = end;
        rightTop = rightEnd;
        while (top < leftFirst + change.startOriginal) {
          pairs.add(top++, rightTop++);
        }
      }
      end = leftFirst + change.endOriginal;
      rightEnd = rightFirst + change.endRevised;
    }
    Likeness.pair(left, top, end, right, rightTop, rightEnd, pairs);
    while (end <= leftLast) {
      pairs.add(end++, rightEnd++);
    }
  }

  private static List<Long> hashes(Lines lines, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(lines::hash).toList();
  }
}
