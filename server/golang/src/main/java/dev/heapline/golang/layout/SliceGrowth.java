package dev.heapline.golang.layout;

import java.util.OptionalLong;

/**
 * How far {@code append} grows a slice on the heap.
 *
 * @see <a href="https://go.dev/src/runtime/slice.go">growslice</a>
 */
public final class SliceGrowth {
  /** Below it capacities double, above they grow ever more slowly, towards a quarter. */
  private static final long THRESHOLD = 256;

  private final SizeClasses classes;

  /** Of a program whose allocator rounds so. */
  public SliceGrowth(SizeClasses classes) {
    this.classes = classes;
  }

  /**
   * {@return the capacity after {@code append} had no room, in elements; empty where it panics
   * because that many do not fit into memory}
   *
   * @param capacity before, in elements, not negative
   * @param length that is needed, in elements, more than the capacity
   * @param element bytes of one element
   * @param pointers whether elements hold pointers
   */
  public OptionalLong capacity(long capacity, long length, long element, boolean pointers) {
    if (length < 0 || element < 0) {
      return OptionalLong.empty();
    }
    if (element == 0) {
      return OptionalLong.of(length);
    }
    long most = classes.largestObject();
    if (length > most / element) {
      return OptionalLong.empty();
    }
    long wanted = wanted(capacity, length);
    if (wanted > most / element) {
      return OptionalLong.empty();
    }
    long bytes = classes.usable(wanted * element, pointers);
    return bytes > most ? OptionalLong.empty() : OptionalLong.of(bytes / element);
  }

  private static long wanted(long capacity, long length) {
    if (length / 2 > capacity || length > 2 * capacity) {
      return length;
    }
    if (capacity < THRESHOLD) {
      return 2 * capacity;
    }
    long wanted = capacity;
    while (wanted < length) {
      wanted += (wanted + 3 * THRESHOLD) >> 2;
    }
    return wanted;
  }
}
