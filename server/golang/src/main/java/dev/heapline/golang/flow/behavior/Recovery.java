package dev.heapline.golang.flow.behavior;

/** Whether a function, when it is deferred and a panic is on its way, stops it. */
public enum Recovery {
  /** It does not call {@code recover} itself. */
  NEVER,
  /** It calls {@code recover} in some cases, or nothing is known of it. */
  SOMETIMES,
  /** It cannot end in the ordinary way without having called {@code recover}. */
  ALWAYS
}
