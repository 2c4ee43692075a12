package dev.heapline.golang.flow.local;

import dev.heapline.golang.syntax.Expression;

/** How often the body of a loop runs, if nothing leaves it early. */
public sealed interface TripCount {

  /**
   * A number of times.
   *
   * @param times 0 or more
   */
  record Constant(long times) implements TripCount {}

  /**
   * As often as something has elements.
   *
   * @param of a slice, a string, a map or an array behind a pointer, as it is before the loop; of a
   *     string, no more often than it has bytes
   * @param less how many times less, 0 or more, and never less often than not at all
   */
  record Length(Expression of, long less) implements TripCount {}

  /**
   * As often as a number says.
   *
   * @param number as it is before the loop
   * @param less how many times less; more often where it is negative; and never less often than not
   *     at all
   */
  record Value(Expression number, long less) implements TripCount {}

  /** Nobody knows: it waits for a channel, asks a function, or a condition. */
  record Unknown() implements TripCount {}
}
