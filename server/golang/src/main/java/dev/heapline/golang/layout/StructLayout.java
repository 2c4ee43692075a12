package dev.heapline.golang.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * How a struct lies in memory, in bytes, as the gc compiler has it.
 *
 * @param fields in their order
 * @param offsets where each field starts
 * @param holes padding, in ascending order; the last one may be at the end
 * @param size with the padding at its end
 * @param alignment at least 1
 * @param pointerBytes how far from its start the garbage collector has to look: up to the end of
 *     its last pointer; 0 where it holds none
 */
public record StructLayout(
    List<Field> fields,
    List<Long> offsets,
    List<Hole> holes,
    long size,
    long alignment,
    long pointerBytes) {
  /**
   * A field as the layout sees it.
   *
   * @param size in bytes, not negative
   * @param alignment in bytes, at least 1
   * @param pointerBytes from its start to the end of its last pointer; 0 where it holds none
   */
  public record Field(long size, long alignment, long pointerBytes) {
    /** {@return how many of its last bytes the collector leaves out} */
    long withoutPointers() {
      return size - pointerBytes;
    }
  }

  /**
   * Bytes that hold nothing.
   *
   * @param offset where they start
   * @param bytes how many, at least 1
   */
  public record Hole(long offset, long bytes) {}

  /**
   * {@return the layout of a struct with these fields in this order}
   *
   * @throws ArithmeticException if it is larger than 2⁶³−1 bytes, which no Go compiler accepts
   */
  public static StructLayout of(List<Field> fields) {
    var offsets = new ArrayList<Long>();
    var holes = new ArrayList<Hole>();
    long end = 0;
    long alignment = 1;
    long pointers = 0;
    for (var field : fields) {
      long offset = aligned(end, field.alignment);
      addHole(holes, end, offset);
      offsets.add(offset);
      end = Math.addExact(offset, field.size);
      alignment = Math.max(alignment, field.alignment);
      pointers = field.pointerBytes > 0 ? offset + field.pointerBytes : pointers;
    }
    // A last field without size gets a byte, so that its address lies inside of the struct.
    boolean emptyEnd = end > 0 && fields.getLast().size == 0;
    long size = aligned(emptyEnd ? Math.addExact(end, 1) : end, alignment);
    addHole(holes, end, size);
    return new StructLayout(
        List.copyOf(fields), List.copyOf(offsets), List.copyOf(holes), size, alignment, pointers);
  }

  private static void addHole(List<Hole> holes, long from, long to) {
    if (from < to) {
      holes.add(new Hole(from, to - from));
    }
  }

  private static long aligned(long offset, long alignment) {
    return Math.multiplyExact(Math.ceilDiv(offset, alignment), alignment);
  }

  /** {@return the bytes of all holes together} */
  public long padding() {
    return holes.stream().mapToLong(Hole::bytes).sum();
  }

  /** {@return what an object of this struct alone takes from the allocator, in bytes} */
  public long objectBytes(SizeClasses classes) {
    return classes.of(size, pointerBytes > 0);
  }
}
