package dev.heapline.golang.layout;

/**
 * What something takes from the heap: objects, and the bytes that the allocator sets aside for
 * them; a range where that depends on more than types.
 *
 * <p>A heap profile counts {@code mostBytes} where the range comes from small objects that share a
 * block of 16 bytes: for the one object that opens the block.
 *
 * @param leastObjects not negative
 * @param mostObjects not less
 * @param leastBytes not negative
 * @param mostBytes not less
 */
public record HeapCost(long leastObjects, long mostObjects, long leastBytes, long mostBytes) {
  /** Nothing at all. */
  public static final HeapCost NONE = new HeapCost(0, 0, 0, 0);

  /** {@return the cost of one object of exactly so many bytes; nothing of no bytes} */
  static HeapCost ofObject(long bytes) {
    return bytes == 0 ? NONE : new HeapCost(1, 1, bytes, bytes);
  }

  /** {@return whether it is known to the byte} */
  public boolean isExact() {
    return leastBytes == mostBytes && leastObjects == mostObjects;
  }

  /** {@return whether nothing is allocated, whatever happens} */
  public boolean isNone() {
    return mostObjects == 0;
  }

  /** {@return both together; at most 2⁶³−1 of anything} */
  public HeapCost plus(HeapCost other) {
    return new HeapCost(
        sum(leastObjects, other.leastObjects),
        sum(mostObjects, other.mostObjects),
        sum(leastBytes, other.leastBytes),
        sum(mostBytes, other.mostBytes));
  }

  /** {@return so many times this; at most 2⁶³−1 of anything} */
  public HeapCost times(long count) {
    return new HeapCost(
        product(leastObjects, count),
        product(mostObjects, count),
        product(leastBytes, count),
        product(mostBytes, count));
  }

  /** {@return either this or nothing} */
  public HeapCost orNone() {
    return new HeapCost(0, mostObjects, 0, mostBytes);
  }

  /** {@return either this or another, which costs no less} */
  HeapCost upTo(HeapCost more) {
    return new HeapCost(leastObjects, more.mostObjects, leastBytes, more.mostBytes);
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static long product(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }
}
