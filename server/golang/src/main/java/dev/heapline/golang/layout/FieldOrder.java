package dev.heapline.golang.layout;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order of a struct's fields that takes fewer bytes, or as many and leaves the garbage collector
 * less to look at.
 *
 * @param order positions of the fields as they are written, in the better order; ascending where
 *     nothing can be gained
 * @param before the layout as written
 * @param after the layout in the better order
 */
public record FieldOrder(List<Integer> order, StructLayout before, StructLayout after) {
  /** Larger alignments first leave no hole between fields, as sizes are multiples of alignments. */
  private static final Comparator<ValueLayout> BY_ALIGNMENT =
      Comparator.comparingLong(ValueLayout::alignment).reversed();

  private static final Comparator<ValueLayout> EMPTY_FIRST =
      Comparator.comparing(field -> field.size() > 0);

  /** Of fields with pointers the last is that with most bytes after its last pointer. */
  private static final Comparator<ValueLayout> POINTERS_FIRST =
      Comparator.comparing((ValueLayout field) -> field.pointerBytes() == 0)
          .thenComparingLong(field -> field.pointerBytes() == 0 ? 0 : field.withoutPointers());

  private static final Comparator<StructLayout> BETTER =
      Comparator.comparingLong(StructLayout::size)
          .thenComparingLong(layout -> layout.whole().pointerBytes());

  /**
   * {@return the best order of the fields; the written one where none is better}
   *
   * <p>It is the best where fields with pointers have the largest alignment of all, which on 64-bit
   * machines they have.
   *
   * @param before the layout as written
   */
  public static FieldOrder best(StructLayout before) {
    var fields = before.fields();
    var written = IntStream.range(0, fields.size()).boxed().toList();
    var best = new FieldOrder(written, before, before);
    for (var comparator :
        List.of(
            EMPTY_FIRST.thenComparing(BY_ALIGNMENT).thenComparing(POINTERS_FIRST),
            EMPTY_FIRST.thenComparing(POINTERS_FIRST).thenComparing(BY_ALIGNMENT))) {
      var order = written.stream().sorted(Comparator.comparing(fields::get, comparator)).toList();
      var after = StructLayout.of(order.stream().map(fields::get).toList());
      if (after.isPresent() && BETTER.compare(after.get(), best.after) < 0) {
        best = new FieldOrder(order, before, after.get());
      }
    }
    return best;
  }

  /** {@return the bytes that each value takes less in an array or in another struct} */
  public long savedBytes() {
    return before.size() - after.size();
  }

  /**
   * {@return the bytes that each object of its own takes less from the allocator; often 0 where
   * {@link #savedBytes} is more, since both fall into one size class}
   */
  public long savedPerObject(SizeClasses classes) {
    return before.objectBytes(classes) - after.objectBytes(classes);
  }
}
