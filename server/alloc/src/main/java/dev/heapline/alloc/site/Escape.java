package dev.heapline.alloc.site;

/** Where an allocation ends up. */
public enum Escape {
  /**
   * On the heap, for certain, in the function as it stands. What a function returns may be kept on
   * the stack of a caller that it is inlined into; the reason says so.
   */
  HEAP("heap"),
  /** On the stack, for certain. */
  STACK("stack"),
  /** Copies of the function, inlined into different callers, differ. */
  VARIES("varies"),
  /** No rule that is certain decides it. */
  UNKNOWN("unknown");

  private final String spelling;

  Escape(String spelling) {
    this.spelling = spelling;
  }

  /** {@return the word for this verdict in JSON and in tables} */
  public String spelling() {
    return spelling;
  }
}
