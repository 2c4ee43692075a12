package dev.heapline.alloc.type;

/** An answer that may be missing. */
public enum Ternary {
  YES,
  NO,
  UNKNOWN;

  /** {@return yes or no} */
  public static Ternary of(boolean value) {
    return value ? YES : NO;
  }
}
