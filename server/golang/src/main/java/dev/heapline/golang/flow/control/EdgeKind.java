package dev.heapline.golang.flow.control;

/** Why control goes from one block to another. */
public enum EdgeKind {
  /** The other block comes next. */
  NEXT,
  /**
   * The condition, the last node of the block, holds; {@code range} has another value; a case of a
   * {@code switch} is equal to its tag.
   */
  TRUE,
  /** The contrary of {@link #TRUE}. */
  FALSE,
  /** A clause of a {@code select} or type switch is chosen, or none of them. */
  CASE,
  /** {@code break}, {@code continue}, {@code goto} or {@code fallthrough}. */
  JUMP,
  /** {@code return}, or the end of the function's body. */
  RETURN,
  /** A call that never returns lets deferred functions run. */
  UNWIND
}
