package dev.heapline.alloc.type;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The value of a constant expression, exact. */
public sealed interface ConstantValue {
  /** An integer or a rune. */
  record Whole(BigInteger value) implements ConstantValue {}

  /** A number that is no integer, or one that was written as a floating-point literal. */
  record Real(BigDecimal value) implements ConstantValue {}

  /**
   * A string, of which only the length matters here.
   *
   * @param length in bytes
   */
  record Text(long length) implements ConstantValue {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements ConstantValue {}
}
