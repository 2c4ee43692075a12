package dev.heapline.golang.constant;

import dev.heapline.golang.constant.BigFloat.Rounding;
import dev.heapline.golang.constant.Constant.Complex;
import dev.heapline.golang.constant.Constant.Floating;
import dev.heapline.golang.constant.Constant.Fraction;
import dev.heapline.golang.constant.Constant.Int;
import java.math.BigInteger;
import java.util.Optional;

/** Changes of a number's representation that keep its value. */
public final class ConstantConversion {
  /** From this many bits on, numerators, denominators and exponents are too large to be exact. */
  private static final int EXACT_BITS = 4096;

  private ConstantConversion() {}

  /** {@return the value as an {@link Int}, or unknown where it is no integer or too large} */
  public static Constant toInteger(Constant value) {
    return switch (value) {
      case Int integer -> integer;
      case Fraction(var fraction) when fraction.isInteger() -> new Int(fraction.numerator());
      case Floating(var number) when isExactSize(number) ->
          nearInteger(number).<Constant>map(Int::new).orElseGet(Constant::unknown);
      case Complex complex when isReal(complex) -> toInteger(complex.real());
      default -> Constant.unknown();
    };
  }

  /** A number that is an integer but for rounding in its last four bits is meant to be one. */
  private static Optional<BigInteger> nearInteger(BigFloat number) {
    int precision = BigFloat.PRECISION - 4;
    for (var candidate :
        new BigFloat[] {
          number, number.round(precision, Rounding.DOWN), number.round(precision, Rounding.UP)
        }) {
      if (candidate.isInteger()) {
        return Optional.of(candidate.toInteger());
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the value as a {@link Fraction} or {@link Floating}, or unknown where it is not real}
   */
  public static Constant toFloat(Constant value) {
    return switch (value) {
      case Int(var integer) ->
          isExactSize(integer)
              ? new Fraction(Rational.of(integer))
              : new Floating(BigFloat.of(integer));
      case Fraction fraction -> fraction;
      case Floating number -> number;
      case Complex complex when isReal(complex) -> toFloat(complex.real());
      default -> Constant.unknown();
    };
  }

  /** {@return the value as a {@link Complex}, or unknown where it is no number} */
  public static Constant toComplex(Constant value) {
    return switch (value) {
      case Int _, Fraction _, Floating _ -> new Complex(value, Constant.of(0));
      case Complex complex -> complex;
      default -> Constant.unknown();
    };
  }

  private static boolean isReal(Complex complex) {
    return ConstantArithmetic.signum(complex.imaginary()) == 0;
  }

  static boolean isExactSize(BigInteger value) {
    return value.abs().bitLength() < EXACT_BITS;
  }

  static boolean isExactSize(BigFloat value) {
    return !value.isInfinite() && Math.abs(value.binaryExponent()) < EXACT_BITS;
  }

  /** {@return the fraction, exact where its size allows that} */
  static Constant of(Rational value) {
    return isExactSize(value.numerator()) && isExactSize(value.denominator())
        ? new Fraction(value)
        : new Floating(BigFloat.of(value));
  }

  /** {@return the number, or unknown where it has overflowed} */
  static Constant of(BigFloat value) {
    return value.isInfinite() ? Constant.unknown() : new Floating(value);
  }

  static BigFloat toBigFloat(Constant value) {
    return switch (value) {
      case Int(var integer) -> BigFloat.of(integer);
      case Fraction(var fraction) -> BigFloat.of(fraction);
      case Floating(var number) -> number;
      default -> throw new IllegalArgumentException("not a real number: " + value);
    };
  }

  static Rational toRational(Constant value) {
    return switch (value) {
      case Int(var integer) -> Rational.of(integer);
      case Fraction(var fraction) -> fraction;
      default -> throw new IllegalArgumentException("not a fraction: " + value);
    };
  }
}
