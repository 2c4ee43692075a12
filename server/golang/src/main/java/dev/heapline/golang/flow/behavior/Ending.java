package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.control.CallEnding;

/**
 * How a call of a function may end.
 *
 * @param returns whether it may return; false only where it is known that it does not
 * @param panics whether it, or what it calls, may panic by a call; what the runtime panics at, such
 *     as an index out of range, is not looked for
 * @param endsGoroutine whether it, or what it calls, may end the goroutine, as {@code
 *     runtime.Goexit} does
 * @param recovery what it does about panics when it is deferred
 */
public record Ending(boolean returns, boolean panics, boolean endsGoroutine, Recovery recovery) {
  /** It goes on for ever, or ends the program. */
  public static final Ending NEVER = new Ending(false, false, false, Recovery.NEVER);

  /** It returns, and does nothing else. */
  public static final Ending RETURNS = new Ending(true, false, false, Recovery.NEVER);

  /** It panics. */
  public static final Ending PANICS = new Ending(false, true, false, Recovery.NEVER);

  /** Nothing is known. */
  public static final Ending UNKNOWN = new Ending(true, true, true, Recovery.SOMETIMES);

  /** {@return how one of two ends} */
  public Ending or(Ending other) {
    return new Ending(
        returns || other.returns,
        panics || other.panics,
        endsGoroutine || other.endsGoroutine,
        recovery == other.recovery ? recovery : Recovery.SOMETIMES);
  }

  /** {@return what control flow is to be told of a call that ends so} */
  public CallEnding outcome() {
    return returns
        ? CallEnding.RETURNS
        : panics || endsGoroutine ? CallEnding.UNWINDS : CallEnding.STOPS;
  }
}
