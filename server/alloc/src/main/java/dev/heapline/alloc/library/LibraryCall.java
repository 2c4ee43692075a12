package dev.heapline.alloc.library;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is known of one function of the standard library.
 *
 * @param when when a call of it allocates
 * @param results its results as the table writes them: types in Go syntax
 * @param boxedFrom number of the first argument that becomes an element of {@code ...any} and whose
 *     value reaches the heap
 */
public record LibraryCall(When when, List<String> results, OptionalInt boxedFrom) {
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
