package dev.heapline.alloc.find;

import dev.heapline.golang.types.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A function's body while it is walked: a function, a function literal, the body of a range over a
 * function, or what initializes a package variable. Identity is the object's.
 */
final class Body {
  private final @Nullable Body outer;
  private final @Nullable Signature signature;
  private final int depth;
  private final int start;

  private Body(@Nullable Body outer, @Nullable Signature signature, int depth, int start) {
    this.outer = outer;
    this.signature = signature;
    this.depth = depth;
    this.start = start;
  }

  /** {@return the body that lies in no other} */
  static Body outermost(@Nullable Signature signature) {
    return new Body(null, signature, 0, 0);
  }

  /**
   * {@return the body of a function literal within this one}
   *
   * @param itsDepth how many loops of this body are around it
   * @param itsStart where it starts
   */
  Body inner(@Nullable Signature itsSignature, int itsDepth, int itsStart) {
    return new Body(this, itsSignature, itsDepth, itsStart);
  }

  /** {@return a body within this one whose return statements are this one's} */
  Body looped(int itsDepth, int itsStart) {
    return new Body(this, signature, itsDepth, itsStart);
  }

  /** {@return the body around this one; null for the outermost} */
  @Nullable Body outer() {
    return outer;
  }

  /** {@return how many loops of the outer body are around it} */
  int depth() {
    return depth;
  }

  /** {@return where it starts} */
  int start() {
    return start;
  }

  /** {@return what the return statements return; null where that is not known} */
  @Nullable Signature signature() {
    return signature;
  }

  /** {@return whether this body lies in another one} */
  boolean isWithin(Body other) {
    for (Body body = outer; body != null; body = body.outer) {
      if (body == other) {
        return true;
      }
    }
    return false;
  }
}
