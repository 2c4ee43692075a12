package dev.heapline.golang.constant;

import java.math.BigInteger;

/**
 * A binary floating-point number with a mantissa of a chosen number of bits, as Go's {@code
 * math/big} has it: the value is mantissa × 2^exponent.
 *
 * <p>Zero has the mantissa 0; there is no negative zero, since constants have none. A number whose
 * exponent leaves the range of 32 bits is {@link #INFINITE}.
 */
public final class BigFloat implements Comparable<BigFloat> {
  /** The precision of {@code go/constant}, in bits. */
  static final int PRECISION = 512;

  /** The value zero. */
  public static final BigFloat ZERO = new BigFloat(BigInteger.ZERO, 0);

  /** What has overflowed; its sign does not matter, since it makes a constant unknown. */
  public static final BigFloat INFINITE = new BigFloat(BigInteger.ONE, Long.MAX_VALUE);

  /** How a mantissa that is too long is shortened. */
  enum Rounding {
    NEAREST_EVEN,
    DOWN,
    UP
  }

  private final BigInteger mantissa;
  private final long exponent;

  private BigFloat(BigInteger mantissa, long exponent) {
    this.mantissa = mantissa;
    this.exponent = exponent;
  }

  /** {@return mantissa × 2^exponent, rounded to the given number of bits} */
  static BigFloat of(BigInteger mantissa, long exponent, int precision, Rounding rounding) {
    if (mantissa.signum() == 0) {
      return ZERO;
    }
    int excess = mantissa.abs().bitLength() - precision;
    if (excess > 0) {
      mantissa = shorten(mantissa, excess, rounding);
      exponent += excess;
    }
    int zeros = mantissa.getLowestSetBit();
    mantissa = mantissa.shiftRight(zeros);
    exponent += zeros;
    long binaryExponent = exponent + mantissa.abs().bitLength();
    if (binaryExponent > Integer.MAX_VALUE) {
      return INFINITE;
    }
    return binaryExponent < Integer.MIN_VALUE ? ZERO : new BigFloat(mantissa, exponent);
  }

  private static BigInteger shorten(BigInteger mantissa, int excess, Rounding rounding) {
    // shiftRight rounds down, for negative numbers too; what it cuts off is therefore positive.
    var floor = mantissa.shiftRight(excess);
    boolean exact = mantissa.getLowestSetBit() >= excess;
    boolean up =
        switch (rounding) {
          case DOWN -> false;
          case UP -> !exact;
          case NEAREST_EVEN -> {
            boolean half = mantissa.testBit(excess - 1);
            boolean more = mantissa.getLowestSetBit() < excess - 1;
            yield half && (more || floor.testBit(0));
          }
        };
    return up ? floor.add(BigInteger.ONE) : floor;
  }

  private static BigFloat nearest(BigInteger mantissa, long exponent) {
    return of(mantissa, exponent, PRECISION, Rounding.NEAREST_EVEN);
  }

  /** {@return the integer, rounded to 512 bits} */
  static BigFloat of(BigInteger value) {
    return nearest(value, 0);
  }

  /** {@return the fraction, rounded to 512 bits} */
  static BigFloat of(Rational value) {
    return quotient(value.numerator(), value.denominator(), 0, PRECISION);
  }

  /** {@return numerator ÷ denominator × 2^exponent, rounded to the nearest, ties to even} */
  static BigFloat quotient(
      BigInteger numerator, BigInteger denominator, long exponent, int precision) {
    // Two bits more than the precision, and a last bit that remembers whether there was a rest.
    int shift =
        Math.max(0, precision + 2 - (numerator.abs().bitLength() - denominator.abs().bitLength()));
    var parts = numerator.shiftLeft(shift).divideAndRemainder(denominator);
    var mantissa = parts[0].abs().shiftLeft(1);
    if (parts[1].signum() != 0) {
      mantissa = mantissa.setBit(0);
    }
    boolean negative = numerator.signum() * denominator.signum() < 0;
    return of(
        negative ? mantissa.negate() : mantissa,
        exponent - shift - 1,
        precision,
        Rounding.NEAREST_EVEN);
  }

  BigFloat round(int precision, Rounding rounding) {
    return of(mantissa, exponent, precision, rounding);
  }

  BigFloat negate() {
    return isInfinite() ? this : new BigFloat(mantissa.negate(), exponent);
  }

  BigFloat add(BigFloat other) {
    if (isInfinite() || other.isInfinite()) {
      return INFINITE;
    }
    if (signum() == 0 || other.signum() == 0) {
      return signum() == 0 ? other : this;
    }
    if (exponent < other.exponent) {
      return other.add(this);
    }
    long distance = exponent - other.exponent;
    // A summand too far below the other changes nothing but the direction of a tie.
    long reach = 2L * PRECISION + other.mantissa.bitLength();
    if (distance > reach) {
      var shifted = mantissa.shiftLeft((int) reach).add(BigInteger.valueOf(other.signum()));
      return nearest(shifted, exponent - reach);
    }
    return nearest(mantissa.shiftLeft((int) distance).add(other.mantissa), other.exponent);
  }

  BigFloat subtract(BigFloat other) {
    return add(other.negate());
  }

  BigFloat multiply(BigFloat other) {
    return multiply(other, PRECISION);
  }

  BigFloat multiply(BigFloat other, int precision) {
    if (isInfinite() || other.isInfinite()) {
      return INFINITE;
    }
    return of(
        mantissa.multiply(other.mantissa),
        exponent + other.exponent,
        precision,
        Rounding.NEAREST_EVEN);
  }

  /**
   * {@return the quotient, rounded to 512 bits}
   *
   * @throws ArithmeticException if the divisor is zero
   */
  BigFloat divide(BigFloat other) {
    if (isInfinite() || other.isInfinite()) {
      return isInfinite() ? INFINITE : ZERO;
    }
    return quotient(mantissa, other.mantissa, exponent - other.exponent, PRECISION);
  }

  boolean isInfinite() {
    return exponent == Long.MAX_VALUE;
  }

  boolean isInteger() {
    return exponent >= 0 && !isInfinite();
  }

  int signum() {
    return mantissa.signum();
  }

  /** {@return e such that the absolute value is in [½, 1) × 2^e; 0 for zero} */
  long binaryExponent() {
    return signum() == 0 ? 0 : exponent + mantissa.abs().bitLength();
  }

  /** {@return the integer; only for an {@linkplain #isInteger() integer} of reasonable size} */
  BigInteger toInteger() {
    return mantissa.shiftLeft(Math.toIntExact(exponent));
  }

  /** {@return the odd mantissa, or zero} */
  BigInteger mantissa() {
    return mantissa;
  }

  /** {@return the exponent that goes with {@link #mantissa()}} */
  long exponent() {
    return exponent;
  }

  @Override
  public int compareTo(BigFloat other) {
    if (signum() != other.signum() || signum() == 0) {
      return Integer.compare(signum(), other.signum());
    }
    int magnitude = Long.compare(binaryExponent(), other.binaryExponent());
    return magnitude != 0 ? magnitude * signum() : subtract(other).signum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BigFloat number
        && exponent == number.exponent
        && mantissa.equals(number.mantissa);
  }

  @Override
  public int hashCode() {
    return mantissa.hashCode() * 31 + Long.hashCode(exponent);
  }

  /**
   * {@return the value as {@code math/big} writes it with the format {@code p}: {@code 0x.8p+1}}
   */
  @Override
  public String toString() {
    if (isInfinite()) {
      return "+Inf";
    }
    if (signum() == 0) {
      return "0";
    }
    var magnitude = mantissa.abs();
    int padding = (4 - magnitude.bitLength() % 4) % 4;
    String digits = magnitude.shiftLeft(padding).toString(16).replaceFirst("0+$", "");
    long power = binaryExponent();
    return (signum() < 0 ? "-0x." : "0x.") + digits + (power < 0 ? "p" : "p+") + power;
  }
}
