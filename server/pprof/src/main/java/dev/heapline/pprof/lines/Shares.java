package dev.heapline.pprof.lines;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a cost is made of: its parts, the largest first. What the parts are, rows or functions, is
 * said by the method that gives them.
 */
public final class Shares {
  private final Sums sums;
  private final int[] order;

  private Shares(Sums sums, int[] order) {
    this.sums = sums;
    this.order = order;
  }

  /**
   * Those of the sums with the given numbers, ordered by their absolute values of one sample type.
   */
  static Shares of(Sums sums, IntStream numbers, int type) {
    // Equal values in the order of their keys, so that the result is the same on every run.
    var order =
        Comparator.<Integer>comparingLong(number -> -magnitude(sums.value(number, type)))
            .thenComparingLong(sums::key);
    return new Shares(sums, numbers.boxed().sorted(order).mapToInt(Integer::intValue).toArray());
  }

  static long magnitude(long value) {
    return value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value);
  }

  /** {@return the number of parts} */
  public int size() {
    return order.length;
  }

  /** {@return what the part is: a row, or a function} */
  public int key(int part) {
    return (int) sums.key(order[part]);
  }

  /**
   * {@return the part's value}
   *
   * @param part a part, from 0
   * @param type a sample type, from 0
   */
  public long value(int part, int type) {
    return sums.value(order[part], type);
  }
}
