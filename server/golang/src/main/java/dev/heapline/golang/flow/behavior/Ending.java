package dev.heapline.golang.flow.behavior;

/**
 * How a call of a function may end.
 *
 * @param returns whether it may return; false only where it is known that it does not
 * @param panics whether it, or what it calls, may panic by a call; what the runtime panics at, such
 *     as an index out of range, is not looked for
 */
public record Ending(boolean returns, boolean panics) {
  /** It goes on for ever, or ends the program or the goroutine. */
  public static final Ending NEVER = new Ending(false, false);

  /** Nothing is known. */
  public static final Ending UNKNOWN = new Ending(true, true);

  /** {@return how one of two ends} */
  public Ending or(Ending other) {
    return new Ending(returns || other.returns, panics || other.panics);
  }
}
