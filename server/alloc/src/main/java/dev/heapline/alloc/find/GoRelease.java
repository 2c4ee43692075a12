package dev.heapline.alloc.find;

/**
 * The release of Go that compiles the program, and what of allocations differs between releases.
 *
 * @param minor as 27 of Go 1.27
 */
public record GoRelease(int minor) {
  /** The newest release that is understood. */
  public static final GoRelease NEWEST = new GoRelease(27);

  /** {@return how large a declared variable on the stack may be, in bytes} */
  long largestVariable() {
    return minor >= 24 ? 128 << 10 : 10 << 20;
  }

  /** {@return whether a local variable counts as the constant that alone is ever assigned to it} */
  boolean seesConstantVariables() {
    return minor >= 25;
  }

  /** {@return whether a short slice of variable length may lie on the stack} */
  boolean buffersVariableSlices() {
    return minor >= 25;
  }

  /** {@return whether the first elements that are appended may lie on the stack} */
  boolean buffersAppends() {
    return minor >= 25;
  }

  /** {@return whether slices that grow on the stack are moved to the heap where they leave} */
  boolean movesGrownSlices() {
    return minor >= 26;
  }

  /** {@return whether static literals in interfaces are read-only data} */
  boolean boxesStaticLiterals() {
    return minor >= 25;
  }

  /** {@return whether maps are Swiss tables, whose objects are known here} */
  boolean hasSwissMaps() {
    return minor >= 24;
  }
}
