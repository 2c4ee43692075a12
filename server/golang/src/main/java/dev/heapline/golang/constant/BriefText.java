package dev.heapline.golang.constant;

import dev.heapline.golang.constant.Constant.Bool;
import dev.heapline.golang.constant.Constant.Complex;
import dev.heapline.golang.constant.Constant.Floating;
import dev.heapline.golang.constant.Constant.Fraction;
import dev.heapline.golang.constant.Constant.Int;
import dev.heapline.golang.constant.Constant.Text;
import dev.heapline.golang.constant.Constant.Unknown;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Constants as text for people: numbers to six digits, long strings cut. */
final class BriefText {
  private static final int LONGEST_TEXT = 72;
  private static final int DIGITS = 6;

  /** Numbers with larger or smaller binary exponents are no {@code float64}. */
  private static final int LARGEST_EXPONENT = 1024;

  private static final int SMALLEST_EXPONENT = -1074;

  private BriefText() {}

  static String of(Constant value) {
    return switch (value) {
      case Unknown _, Bool _, Int _ -> ConstantText.exact(value);
      case Text _ -> shortened(ConstantText.exact(value));
      case Fraction(var fraction) -> number(BigFloat.of(fraction));
      case Floating(var number) -> number(number);
      case Complex(var real, var imaginary) -> "(" + of(real) + " + " + of(imaginary) + "i)";
    };
  }

  private static String shortened(String quoted) {
    return quoted.codePointCount(0, quoted.length()) <= LONGEST_TEXT
        ? quoted
        : quoted.substring(0, quoted.offsetByCodePoints(0, LONGEST_TEXT - 3)) + "...";
  }

  private static String number(BigFloat number) {
    if (number.isInfinite()) {
      return number.toString();
    }
    long exponent = number.binaryExponent();
    if (exponent > LARGEST_EXPONENT || (exponent < SMALLEST_EXPONENT && number.signum() != 0)) {
      return outOfRange(number);
    }
    double near = nearest(number);
    if (Double.isInfinite(near) || (near == 0) != (number.signum() == 0)) {
      return outOfRange(number);
    }
    String text = general(new BigDecimal(near).round(new MathContext(DIGITS)));
    return number.isInteger() || number.signum() == 0 || text.contains(".")
        ? text
        : general(new BigDecimal(Double.toString(near)));
  }

  private static double nearest(BigFloat number) {
    var mantissa = new BigDecimal(number.mantissa());
    int exponent = Math.toIntExact(number.exponent());
    return exponent >= 0
        ? mantissa.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(exponent))).doubleValue()
        : mantissa
            .divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)), MathContext.DECIMAL128)
            .doubleValue();
  }

  /** What the verb {@code %g} writes: an exponent where the number is very large or small. */
  private static String general(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    var plain = number.stripTrailingZeros();
    int exponent = plain.precision() - plain.scale() - 1;
    if (exponent >= -4 && exponent < DIGITS) {
      return plain.toPlainString();
    }
    String digits = plain.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return (plain.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** Near enough: a number of such a size is not computed to its last digit for a message. */
  private static String outOfRange(BigFloat number) {
    double digits = number.binaryExponent() * (Math.log(2) / Math.log(10));
    long exponent = (long) digits;
    int length = number.mantissa().abs().bitLength();
    double mantissa = number.mantissa().shiftRight(Math.max(0, length - 62)).doubleValue();
    mantissa = Math.scalb(mantissa, -Math.min(length, 62)) * Math.pow(10, digits - exponent);
    double size = Math.abs(mantissa);
    if (size < 1 - 0.5e-6) {
      mantissa *= 10;
      exponent--;
    } else if (size >= 10) {
      mantissa /= 10;
      exponent++;
    }
    return general(new BigDecimal(mantissa).round(new MathContext(DIGITS)))
        + (exponent < 0 ? "e" : "e+")
        + exponent;
  }
}
