package dev.heapline.golang.constant;

import java.math.BigInteger;

/**
 * The value of a constant expression.
 *
 * <p>A number's representation says how it came about, not what it may be used as: {@code 4.0} is a
 * {@link Fraction} and {@link ConstantConversion#toInteger} makes it an {@link Int}.
 */
public sealed interface Constant {

  /** {@return the value as text that loses nothing, as {@code go/constant} writes it} */
  default String exactText() {
    return ConstantText.exact(this);
  }

  /** {@return the value as it stands in messages: numbers to six digits, long strings cut} */
  default String briefText() {
    return BriefText.of(this);
  }

  /** The result of an operation that has none, such as a number too large to be computed. */
  record Unknown() implements Constant {}

  /** A truth value. */
  record Bool(boolean value) implements Constant {}

  /** A string: bytes that need not be UTF-8. */
  record Text(ByteText value) implements Constant {}

  /** An integer. */
  record Int(BigInteger value) implements Constant {}

  /**
   * A fraction; numerator and denominator have less than 4096 bits each where it was computed, and
   * somewhat more where it was written.
   */
  record Fraction(Rational value) implements Constant {}

  /** A number that is too large, too small or too fine for a {@link Fraction}. */
  record Floating(BigFloat value) implements Constant {}

  /** A complex number; both parts are an {@link Int}, a {@link Fraction} or a {@link Floating}. */
  record Complex(Constant real, Constant imaginary) implements Constant {}

  /** {@return the constant integer} */
  static Constant of(long value) {
    return SmallIntegers.of(value);
  }

  /** {@return the truth value as a constant} */
  static Constant of(boolean value) {
    return new Bool(value);
  }

  /** {@return the unknown value} */
  static Constant unknown() {
    return new Unknown();
  }
}
