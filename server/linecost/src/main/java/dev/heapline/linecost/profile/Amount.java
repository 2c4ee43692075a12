package dev.heapline.linecost.profile;

/**
 * An amount of memory; a negative one is a change for the better.
 *
 * @param objects how many objects
 * @param bytes how many bytes they take together
 */
public record Amount(long objects, long bytes) {
  /** Nothing. */
  public static final Amount ZERO = new Amount(0, 0);

  /** {@return both together} */
  public Amount plus(Amount other) {
    return new Amount(objects + other.objects, bytes + other.bytes);
  }

  /** {@return what is left when the other is taken away} */
  public Amount minus(Amount other) {
    return new Amount(objects - other.objects, bytes - other.bytes);
  }

  /** {@return whether there is nothing at all} */
  public boolean isZero() {
    return objects == 0 && bytes == 0;
  }
}
