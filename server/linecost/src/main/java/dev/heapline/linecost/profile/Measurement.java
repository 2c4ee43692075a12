package dev.heapline.linecost.profile;

/**
 * What a heap profile says of something.
 *
 * @param inUse what was in use at the garbage collection that the profile describes
 * @param allocated what was allocated since the program's start until then
 */
public record Measurement(Amount inUse, Amount allocated) {
  /** Nothing. */
  public static final Measurement ZERO = new Measurement(Amount.ZERO, Amount.ZERO);

  /** {@return both together} */
  public Measurement plus(Measurement other) {
    return new Measurement(inUse.plus(other.inUse), allocated.plus(other.allocated));
  }

  /** {@return what is left when the other is taken away} */
  public Measurement minus(Measurement other) {
    return new Measurement(inUse.minus(other.inUse), allocated.minus(other.allocated));
  }

  /** {@return the amount that lines are judged by in this view} */
  public Amount in(View view) {
    return switch (view) {
      case IN_USE -> inUse;
      case ALLOCATED -> allocated;
    };
  }

  /** {@return whether there is nothing at all} */
  public boolean isZero() {
    return inUse.isZero() && allocated.isZero();
  }
}
