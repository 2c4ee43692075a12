package dev.heapline.golang.constant;

import dev.heapline.golang.constant.Constant.Floating;
import dev.heapline.golang.constant.Constant.Fraction;
import dev.heapline.golang.constant.Constant.Int;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Constants as the machine's floating-point numbers hold them, rounded to nearest, ties to even.
 */
public final class ConstantRounding {
  private static final Format FLOAT_32 = new Format(24, -149, 128);
  private static final Format FLOAT_64 = new Format(53, -1074, 1024);

  private ConstantRounding() {}

  /**
   * A format of IEEE 754.
   *
   * @param precision bits of the mantissa
   * @param smallest exponent of the smallest number's only bit
   * @param largest exponent of the first power of two that is too large
   */
  private record Format(int precision, int smallest, int largest) {}

  /**
   * {@return the {@code float32} nearest to a real number, as a fraction; empty where it is
   * infinite, or the constant no real number}
   */
  public static Optional<Constant> toFloat32(Constant value) {
    return round(value, FLOAT_32);
  }

  /**
   * {@return the {@code float64} nearest to a real number, as a fraction; empty where it is
   * infinite, or the constant no real number}
   */
  public static Optional<Constant> toFloat64(Constant value) {
    return round(value, FLOAT_64);
  }

  private static Optional<Constant> round(Constant value, Format format) {
    return switch (value) {
      case Int(var integer) -> round(integer, BigInteger.ONE, 0, format);
      case Fraction(var fraction) -> round(fraction.numerator(), fraction.denominator(), 0, format);
      case Floating(var number) when number.binaryExponent() > format.largest -> Optional.empty();
      case Floating(var number) when number.binaryExponent() < format.smallest - 1 ->
          Optional.of(new Fraction(Rational.of(BigInteger.ZERO)));
      case Floating(var number) ->
          round(number.mantissa(), BigInteger.ONE, (int) number.exponent(), format);
      default -> Optional.empty();
    };
  }

  /** Rounds numerator ÷ denominator × 2^scale. */
  private static Optional<Constant> round(
      BigInteger numerator, BigInteger denominator, int scale, Format format) {
    if (numerator.signum() == 0) {
      return Optional.of(new Fraction(Rational.of(BigInteger.ZERO)));
    }
    var size = numerator.abs();
    int exponent =
        Math.max(
            format.smallest, size.bitLength() - denominator.bitLength() + scale - format.precision);
    var quotient = divide(size, denominator, scale - exponent);
    if (quotient[0].bitLength() > format.precision) {
      exponent++;
      quotient = divide(size, denominator, scale - exponent);
    }
    var mantissa = quotient[0];
    int half = quotient[1].shiftLeft(1).compareTo(quotient[2]);
    if (half > 0 || (half == 0 && mantissa.testBit(0))) {
      mantissa = mantissa.add(BigInteger.ONE);
    }
    if (mantissa.bitLength() + exponent > format.largest) {
      return Optional.empty();
    }
    if (numerator.signum() < 0) {
      mantissa = mantissa.negate();
    }
    return Optional.of(
        new Fraction(
            exponent >= 0
                ? Rational.of(mantissa.shiftLeft(exponent))
                : Rational.of(mantissa, BigInteger.ONE.shiftLeft(-exponent))));
  }

  /** Quotient and remainder of size × 2^shift by the divisor, and what the divisor became. */
  private static BigInteger[] divide(BigInteger size, BigInteger divisor, int shift) {
    var dividend = shift > 0 ? size.shiftLeft(shift) : size;
    var by = shift < 0 ? divisor.shiftLeft(-shift) : divisor;
    var result = dividend.divideAndRemainder(by);
    return new BigInteger[] {result[0], result[1], by};
  }
}
