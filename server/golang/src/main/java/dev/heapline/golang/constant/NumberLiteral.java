package dev.heapline.golang.constant;

import dev.heapline.golang.constant.BigFloat.Rounding;
import dev.heapline.golang.constant.Constant.Fraction;
import java.math.BigInteger;

/** Floating-point literals, decimal and hexadecimal, and the number before an {@code i}. */
final class NumberLiteral {
  /** Powers of five beyond the precision are approximated with so many bits more. */
  private static final int GUARD_BITS = 64;

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  /** The largest power of five that fits 64 bits, from which on powers are approximated. */
  private static final int EXACT_POWER_OF_FIVE = 27;

  private NumberLiteral() {}

  /** The parts of a literal: digits × base^−fractionDigits × exponentBase^exponent. */
  private record Parts(
      BigInteger digits, int base, int fractionDigits, int exponentBase, long exponent) {

    /** {@return how the radix point and the exponent move the binary point} */
    long powerOfTwo() {
      int bitsPerDigit =
          switch (base) {
            case 8 -> 3;
            case 16 -> 4;
            default -> 1;
          };
      return exponent - (long) fractionDigits * bitsPerDigit;
    }

    long powerOfFive() {
      return (exponentBase == 10 ? exponent : 0) - (base == 10 ? fractionDigits : 0);
    }
  }

  /**
   * {@return the value of the literal}
   *
   * @param text lower case, without underscores
   */
  static Constant parse(String text) {
    try {
      var parts = split(text);
      var approximate = approximate(parts);
      if (approximate.isInfinite()) {
        return Constant.unknown();
      }
      if (approximate.signum() == 0) {
        return new Fraction(Rational.of(BigInteger.ZERO));
      }
      return ConstantConversion.isExactSize(approximate)
          ? new Fraction(exact(parts))
          : ConstantConversion.of(approximate);
    } catch (NumberFormatException | ArithmeticException _) {
      return Constant.unknown();
    }
  }

  private static Parts split(String text) {
    int base =
        switch (text.length() < 2 ? "" : text.substring(0, 2)) {
          case "0x" -> 16;
          case "0o" -> 8;
          case "0b" -> 2;
          default -> 10;
        };
    String number = base == 10 ? text : text.substring(2);
    int exponentMark = base == 10 ? number.indexOf('e') : number.indexOf('p');
    String mantissa = exponentMark < 0 ? number : number.substring(0, exponentMark);
    long exponent = exponentMark < 0 ? 0 : Long.parseLong(number.substring(exponentMark + 1));
    int point = mantissa.indexOf('.');
    int fractionDigits = point < 0 ? 0 : mantissa.length() - point - 1;
    var digits = new BigInteger(mantissa.replace(".", ""), base);
    return new Parts(digits, base, fractionDigits, base == 10 ? 10 : 2, exponent);
  }

  private static Rational exact(Parts parts) {
    return powerOf(BigInteger.TWO, parts.powerOfTwo())
        .multiply(powerOf(FIVE, parts.powerOfFive()))
        .multiply(Rational.of(parts.digits()));
  }

  private static Rational powerOf(BigInteger base, long exponent) {
    var power = base.pow(Math.toIntExact(Math.abs(exponent)));
    return exponent < 0 ? Rational.of(BigInteger.ONE, power) : Rational.of(power, BigInteger.ONE);
  }

  /** The steps and their roundings are those of {@code math/big}, so that the last bit agrees. */
  private static BigFloat approximate(Parts parts) {
    if (parts.digits().signum() == 0) {
      return BigFloat.ZERO;
    }
    long powerOfTwo = parts.powerOfTwo();
    if (Math.toIntExact(powerOfTwo + parts.digits().bitLength()) == Integer.MIN_VALUE) {
      return BigFloat.ZERO;
    }
    long powerOfFive = parts.powerOfFive();
    if (powerOfFive == 0) {
      return BigFloat.of(parts.digits(), powerOfTwo, BigFloat.PRECISION, Rounding.NEAREST_EVEN);
    }
    var power = powerOfFive(Math.abs(powerOfFive));
    if (power.isInfinite()) {
      return powerOfFive < 0 ? BigFloat.ZERO : BigFloat.INFINITE;
    }
    return powerOfFive < 0
        ? BigFloat.quotient(
            parts.digits(), power.mantissa(), powerOfTwo - power.exponent(), BigFloat.PRECISION)
        : BigFloat.of(
            parts.digits().multiply(power.mantissa()),
            powerOfTwo + power.exponent(),
            BigFloat.PRECISION,
            Rounding.NEAREST_EVEN);
  }

  private static BigFloat powerOfFive(long exponent) {
    int exactPart = (int) Math.min(exponent, EXACT_POWER_OF_FIVE);
    int precision = BigFloat.PRECISION + GUARD_BITS;
    var result = BigFloat.of(FIVE.pow(exactPart), 0, precision, Rounding.NEAREST_EVEN);
    var factor = BigFloat.of(FIVE);
    for (long rest = exponent - exactPart; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = result.multiply(factor, precision);
      }
      factor = factor.multiply(factor, precision + GUARD_BITS);
    }
    return result;
  }
}
