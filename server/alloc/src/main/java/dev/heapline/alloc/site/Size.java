package dev.heapline.alloc.site;

import java.util.OptionalLong;

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
   * @param sizeClass what the allocator sets aside for it, headers and rounding included: the
   *     number that a heap profile counts; the sum, where there are several objects
   * @param objects how many heap objects that is
   */
  record Fixed(long bytes, long sizeClass, int objects) implements Size {}

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
