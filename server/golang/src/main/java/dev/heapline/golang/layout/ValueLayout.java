package dev.heapline.golang.layout;

import java.util.Optional;

/**
 * How a value lies in memory, in bytes.
 *
 * @param size not negative, a multiple of the alignment
 * @param alignment at least 1
 * @param pointerBytes how far from its start the garbage collector has to look: up to the end of
 *     its last pointer; 0 where it holds none
 * @param padding how many of its bytes hold nothing, in the structs inside of it too
 */
public record ValueLayout(long size, long alignment, long pointerBytes, long padding) {
  /** A value without padding. */
  public ValueLayout(long size, long alignment, long pointerBytes) {
    this(size, alignment, pointerBytes, 0);
  }

  /** {@return whether the garbage collector has to look into it} */
  public boolean hasPointers() {
    return pointerBytes > 0;
  }

  /** {@return how many of its last bytes the collector leaves out} */
  long withoutPointers() {
    return size - pointerBytes;
  }

  /**
   * {@return so many of them behind each other; nothing where they take more than 2⁶³−1 bytes}
   *
   * @param length not negative
   */
  public Optional<ValueLayout> times(long length) {
    if (length == 0 || size == 0) {
      return Optional.of(new ValueLayout(0, alignment, 0));
    }
    return length > Long.MAX_VALUE / size
        ? Optional.empty()
        : Optional.of(
            new ValueLayout(
                size * length,
                alignment,
                hasPointers() ? size * (length - 1) + pointerBytes : 0,
                padding * length));
  }

  /** {@return a pointer} */
  static ValueLayout pointer(int word) {
    return new ValueLayout(word, word, word);
  }

  /** {@return a number as large as a pointer, in which the collector sees none} */
  static ValueLayout number(int word) {
    return new ValueLayout(word, word, 0);
  }
}
