package dev.heapline.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The longest increasing subsequence, by patience sorting. */
final class Increasing {
  private Increasing() {}

  /**
   * {@return the longest part of the pairs whose second numbers increase}
   *
   * @param pairs their first numbers increase, their second ones are distinct
   */
  static List<int[]> longest(List<int[]> pairs) {
    int[] tails = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int length = 0;
    for (int index = 0; index < pairs.size(); index++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(tails[middle])[1] < pairs.get(index)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[index] = low > 0 ? tails[low - 1] : -1;
      tails[low] = index;
      length = Math.max(length, low + 1);
    }
    var longest = new ArrayList<int[]>();
    for (int index = length > 0 ? tails[length - 1] : -1; index >= 0; index = previous[index]) {
      longest.add(pairs.get(index));
    }
    Collections.reverse(longest);
    return longest;
  }
}
