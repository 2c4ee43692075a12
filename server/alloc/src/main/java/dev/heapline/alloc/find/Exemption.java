package dev.heapline.alloc.find;

/**
 * Why a site allocates nothing: always, or when the running program has it so.
 *
 * @see <a href="https://go.dev/src/cmd/compile/internal/walk/convert.go">interface conversions</a>
 * @see <a href="https://go.dev/src/runtime/string.go">strings</a>
 */
public enum Exemption {
  /** What has no size shares one address. */
  NO_SIZE(true, "it has no size"),
  /** Constants lie in read-only memory. */
  CONSTANT(true, "it is a constant"),
  /** A table of the runtime holds all values of one byte. */
  ONE_BYTE(true, "all values of one byte are kept ready"),
  /** Laid out by the compiler and the linker. */
  STATIC(true, "the linker lays it out"),
  /** A function literal that captures nothing is one value for all. */
  NO_CAPTURE(true, "it captures no variable"),
  /** The bytes are used where they are: in a comparison, a lookup, a concatenation, a range. */
  IN_PLACE(true, "the bytes are used where they are"),
  /** A value that only the expression around it sees, and that fits on the stack. */
  TEMPORARY(true, "only the expression around it sees it"),
  /** The defer does not run again before the function returns: its record is on the stack. */
  STACK_RECORD(true, "its record is on the stack"),

  /** Integers below 256 are kept ready. */
  SMALL_VALUE(false, "values below 256 are kept ready"),
  /** The empty string and the nil slice are kept ready; nothing is allocated for no bytes. */
  EMPTY(false, "it is empty"),
  /** A single byte is kept ready as a string. */
  ONE_CHARACTER(false, "it has one byte"),
  /** All operands but one are empty: that one is the result. */
  ONE_OPERAND(false, "only one operand is not empty"),
  /** Up to 32 bytes, or elements that fit into them, that never leave the function. */
  STACK_BUFFER(false, "at most 32 bytes that do not leave the function"),
  /** The slice has room left. */
  HAS_ROOM(false, "the capacity suffices"),
  /** What was appended no longer lies on the stack, or the slice never did. */
  NOT_ON_STACK(false, "the slice is not on the stack"),
  /** The function is called, not copied into its caller. */
  NOT_INLINED(false, "the call is not inlined"),
  /** The map has the key already, or room for it. */
  KEY_OR_ROOM(false, "the map has the key, or room for it"),
  /** The runtime has one left over. */
  LEFT_OVER(false, "the runtime has one left over"),
  /** Nobody has to wait. */
  NO_WAIT(false, "nobody has to wait");

  private final boolean certain;
  private final String text;

  Exemption(boolean certain, String text) {
    this.certain = certain;
    this.text = text;
  }

  /** {@return whether the site never allocates} */
  public boolean isCertain() {
    return certain;
  }

  /** {@return why nothing is allocated, a clause without a full stop} */
  public String text() {
    return text;
  }
}
