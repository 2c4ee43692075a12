package dev.heapline.golang.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a struct lies in memory, in bytes, as the gc compiler has it.
 *
 * @param fields in their order
 * @param offsets where each field starts
 * @param holes padding, in ascending order; the last one may be at the end
 * @param whole the struct itself: its size is that with the padding at its end
 */
public record StructLayout(
    List<ValueLayout> fields, List<Long> offsets, List<Hole> holes, ValueLayout whole) {
  /**
   * Bytes that hold nothing.
   *
   * @param offset where they start
   * @param bytes how many, at least 1
   * @param field the position of the field that they follow
   */
  public record Hole(long offset, long bytes, int field) {}

  /**
   * {@return the layout of a struct with these fields in this order; nothing if it is larger than
   * 2⁶³−1 bytes, which no Go compiler accepts}
   */
  public static Optional<StructLayout> of(List<ValueLayout> fields) {
    try {
      return Optional.of(checked(fields));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static StructLayout checked(List<ValueLayout> fields) {
    var offsets = new ArrayList<Long>(fields.size());
    var holes = new ArrayList<Hole>();
    long end = 0;
    long alignment = 1;
    long pointers = 0;
    long content = 0;
    for (var field : fields) {
      long offset = aligned(end, field.alignment());
      addHole(holes, end, offset, offsets.size() - 1);
      offsets.add(offset);
      end = Math.addExact(offset, field.size());
      content += field.size() - field.padding();
      alignment = Math.max(alignment, field.alignment());
      pointers = field.hasPointers() ? offset + field.pointerBytes() : pointers;
    }
    // A last field without size gets a byte, so that its address lies inside of the struct.
    boolean emptyEnd = end > 0 && fields.getLast().size() == 0;
    long size = aligned(emptyEnd ? Math.addExact(end, 1) : end, alignment);
    addHole(holes, end, size, fields.size() - 1);
    return new StructLayout(
        List.copyOf(fields),
        List.copyOf(offsets),
        List.copyOf(holes),
        new ValueLayout(size, alignment, pointers, size - content));
  }

  private static void addHole(List<Hole> holes, long from, long to, int field) {
    if (from < to) {
      holes.add(new Hole(from, to - from, field));
    }
  }

  private static long aligned(long offset, long alignment) {
    return Math.multiplyExact(Math.ceilDiv(offset, alignment), alignment);
  }

  /** {@return the bytes that it takes in an array or in another struct} */
  public long size() {
    return whole.size();
  }

  /**
   * {@return the bytes of all holes between its own fields together} Those of structs among its
   * fields are counted too in the padding of {@link #whole}.
   */
  public long padding() {
    return holes.stream().mapToLong(Hole::bytes).sum();
  }

  /** {@return what an object of this struct alone takes from the allocator, in bytes} */
  public long objectBytes(SizeClasses classes) {
    return classes.of(whole.size(), whole.hasPointers());
  }
}
