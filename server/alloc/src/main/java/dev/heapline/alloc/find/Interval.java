package dev.heapline.alloc.find;

import java.util.Optional;

/**
 * The numbers that an integer expression may have.
 *
 * @param least the smallest
 * @param most the largest; {@link Long#MAX_VALUE} where there is no bound
 */
record Interval(long least, long most) {
  static final Interval ANY = new Interval(Long.MIN_VALUE, Long.MAX_VALUE);
  static final Interval LENGTH = new Interval(0, Long.MAX_VALUE);

  static Interval of(long number) {
    return new Interval(number, number);
  }

  boolean isExact() {
    return least == most;
  }

  boolean isBounded() {
    return most < Long.MAX_VALUE;
  }

  /** {@return what both allow; empty where that is nothing} */
  Optional<Interval> within(Interval other) {
    long from = Math.max(least, other.least);
    long to = Math.min(most, other.most);
    return from > to ? Optional.empty() : Optional.of(new Interval(from, to));
  }

  Interval plus(Interval other) {
    return new Interval(
        add(least, other.least, Long.MIN_VALUE), add(most, other.most, Long.MAX_VALUE));
  }

  Interval minus(Interval other) {
    return plus(other.negated());
  }

  private Interval negated() {
    return new Interval(
        most == Long.MAX_VALUE ? Long.MIN_VALUE : -most,
        least == Long.MIN_VALUE ? Long.MAX_VALUE : -least);
  }

  /** {@return the products; any number where one of them may be negative} */
  Interval times(Interval other) {
    if (least < 0 || other.least < 0) {
      return ANY;
    }
    return new Interval(multiply(least, other.least), multiply(most, other.most));
  }

  /** An end that has no bound keeps none. */
  private static long add(long left, long right, long open) {
    if (left == open || right == open) {
      return open;
    }
    try {
      return Math.addExact(left, right);
    } catch (ArithmeticException _) {
      return open;
    }
  }

  private static long multiply(long left, long right) {
    if (left == 0 || right == 0) {
      return 0;
    }
    return left > Long.MAX_VALUE / right ? Long.MAX_VALUE : left * right;
  }
}
