package dev.heapline.alloc.site;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How many bytes one execution of a site allocates, once it does so on the heap. */
public sealed interface Size {
  /** Nothing is known. */
  Size UNKNOWN = new Unknown();

  /** Nothing is known: not the type, or not the number of elements. */
  record Unknown() implements Size {}

  /**
   * The same number of bytes each time.
   *
   * @param bytes what the program asked for
   * @param blocks what the allocator sets aside for each of the objects, headers and rounding
   *     included: the numbers that a heap profile counts; none where nothing is allocated
   */
  record Fixed(long bytes, List<Long> blocks) implements Size {
    /** The list is copied. */
    public Fixed {
      blocks = List.copyOf(blocks);
    }

    /** One object. */
    public Fixed(long bytes, long sizeClass) {
      this(bytes, bytes == 0 ? List.of() : List.of(sizeClass));
    }

    /** {@return what the allocator sets aside for all objects together} */
    public long sizeClass() {
      return blocks.stream().mapToLong(Long::longValue).sum();
    }

    /** {@return how many heap objects there are} */
    public int objects() {
      return blocks.size();
    }

    /** {@return the objects of both} */
    public Fixed and(Fixed other) {
      return new Fixed(
          bytes + other.bytes, Stream.concat(blocks.stream(), other.blocks.stream()).toList());
    }
  }

  /**
   * A number of bytes that depends on values of the running program.
   *
   * @param minimum the least that is allocated
   * @param maximum the most that is allocated; empty where there is no bound
   * @param formula the requested bytes in terms of the source, as {@code 24·n}; empty where there
   *     is no such formula
   */
  record Variable(long minimum, OptionalLong maximum, String formula) implements Size {}
}
