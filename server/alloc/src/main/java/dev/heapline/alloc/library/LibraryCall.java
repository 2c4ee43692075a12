package dev.heapline.alloc.library;

import dev.heapline.alloc.type.GoType;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is known of one function of the standard library.
 *
 * @param when when a call of it allocates
 * @param results its results; unknown ones where they are of no use here
 * @param boxedFrom number of the first argument that becomes an element of {@code ...any} and whose
 *     value reaches the heap
 */
public record LibraryCall(When when, List<GoType> results, OptionalInt boxedFrom) {
  /** When a call allocates. */
  public enum When {
    /** Every time. */
    ALWAYS,
    /** Unless the arguments give it nothing to do. */
    SOMETIMES,
    /** It makes an object that ends where its caller puts it. */
    CALLER,
    /** Not by itself. */
    NEVER
  }
}
