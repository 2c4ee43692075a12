package dev.heapline.golang.constant;

import dev.heapline.golang.constant.Constant.Bool;
import dev.heapline.golang.constant.Constant.Complex;
import dev.heapline.golang.constant.Constant.Floating;
import dev.heapline.golang.constant.Constant.Fraction;
import dev.heapline.golang.constant.Constant.Int;
import dev.heapline.golang.constant.Constant.Text;
import dev.heapline.golang.constant.Constant.Unknown;
import dev.heapline.golang.syntax.Token;
import java.math.BigInteger;

/**
 * The operators of constant expressions.
 *
 * <p>Operands need not have the same representation: the simpler one is converted first. The type
 * checker has made sure that an operator is defined for its operands; what is not defined here
 * yields {@link Unknown}.
 */
public final class ConstantArithmetic {
  private ConstantArithmetic() {}

  /**
   * {@return operator applied to the operand}
   *
   * @param precision for {@code ^}: the number of bits of an unsigned operand's type, 0 otherwise
   */
  public static Constant unary(Token operator, Constant operand, int precision) {
    return switch (operator) {
      case ADD -> operand;
      case SUBTRACT -> negate(operand);
      case XOR -> operand instanceof Int(var value) ? complement(value, precision) : new Unknown();
      case NOT -> operand instanceof Bool(var value) ? new Bool(!value) : new Unknown();
      default -> new Unknown();
    };
  }

  private static Constant negate(Constant operand) {
    return switch (operand) {
      case Int(var value) -> new Int(value.negate());
      case Fraction(var value) -> ConstantConversion.of(value.negate());
      case Floating(var value) -> new Floating(value.negate());
      case Complex(var real, var imaginary) -> new Complex(negate(real), negate(imaginary));
      case Bool _, Text _, Unknown _ -> new Unknown();
    };
  }

  private static Constant complement(BigInteger value, int precision) {
    var all = value.not();
    return new Int(
        precision == 0
            ? all
            : all.and(BigInteger.ONE.shiftLeft(precision).subtract(BigInteger.ONE)));
  }

  /**
   * {@return left operator right}
   *
   * <p>{@code /} of integers yields a fraction; {@link #integerQuotient} is the division of Go's
   * integer types.
   *
   * @throws ArithmeticException on a division of integers or fractions by zero
   */
  public static Constant binary(Constant left, Token operator, Constant right) {
    return switch (left) {
      case Unknown _ -> left;
      case Bool(var a) when right instanceof Bool(var b) ->
          switch (operator) {
            case LOGICAL_AND -> new Bool(a && b);
            case LOGICAL_OR -> new Bool(a || b);
            default -> new Unknown();
          };
      case Text(var a) when right instanceof Text(var b) && operator == Token.ADD ->
          new Text(a.concat(b));
      case Bool _, Text _ -> new Unknown();
      case Int _, Fraction _, Floating _, Complex _ ->
          switch (right) {
            case Int _, Fraction _, Floating _, Complex _ -> numeric(left, operator, right);
            default -> new Unknown();
          };
    };
  }

  private static Constant numeric(Constant left, Token operator, Constant right) {
    if (left instanceof Complex || right instanceof Complex) {
      return complex(asComplex(left), operator, asComplex(right));
    }
    if (left instanceof Floating || right instanceof Floating) {
      return floating(
          ConstantConversion.toBigFloat(left), operator, ConstantConversion.toBigFloat(right));
    }
    if (left instanceof Int(var a) && right instanceof Int(var b)) {
      return integer(a, operator, b);
    }
    return fraction(
        ConstantConversion.toRational(left), operator, ConstantConversion.toRational(right));
  }

  private static Complex asComplex(Constant number) {
    return number instanceof Complex complex ? complex : new Complex(number, Constant.of(0));
  }

  private static Constant integer(BigInteger a, Token operator, BigInteger b) {
    return switch (operator) {
      case ADD -> new Int(a.add(b));
      case SUBTRACT -> new Int(a.subtract(b));
      case MULTIPLY -> new Int(a.multiply(b));
      case DIVIDE -> ConstantConversion.of(Rational.of(a, b));
      case REMAINDER -> new Int(a.remainder(b));
      case AND -> new Int(a.and(b));
      case OR -> new Int(a.or(b));
      case XOR -> new Int(a.xor(b));
      case AND_NOT -> new Int(a.andNot(b));
      default -> new Unknown();
    };
  }

  private static Constant fraction(Rational a, Token operator, Rational b) {
    return switch (operator) {
      case ADD -> ConstantConversion.of(a.add(b));
      case SUBTRACT -> ConstantConversion.of(a.subtract(b));
      case MULTIPLY -> ConstantConversion.of(a.multiply(b));
      case DIVIDE -> ConstantConversion.of(a.divide(b));
      default -> new Unknown();
    };
  }

  private static Constant floating(BigFloat a, Token operator, BigFloat b) {
    return switch (operator) {
      case ADD -> ConstantConversion.of(a.add(b));
      case SUBTRACT -> ConstantConversion.of(a.subtract(b));
      case MULTIPLY -> ConstantConversion.of(a.multiply(b));
      case DIVIDE -> b.signum() == 0 ? new Unknown() : ConstantConversion.of(a.divide(b));
      default -> new Unknown();
    };
  }

  private static Constant complex(Complex left, Token operator, Complex right) {
    Constant a = left.real();
    Constant b = left.imaginary();
    Constant c = right.real();
    Constant d = right.imaginary();
    return switch (operator) {
      case ADD, SUBTRACT -> complex(binary(a, operator, c), binary(b, operator, d));
      case MULTIPLY -> complex(subtract(times(a, c), times(b, d)), add(times(b, c), times(a, d)));
      case DIVIDE -> {
        var square = add(times(c, c), times(d, d));
        yield complex(
            binary(add(times(a, c), times(b, d)), Token.DIVIDE, square),
            binary(subtract(times(b, c), times(a, d)), Token.DIVIDE, square));
      }
      default -> new Unknown();
    };
  }

  private static Constant complex(Constant real, Constant imaginary) {
    return real instanceof Unknown || imaginary instanceof Unknown
        ? new Unknown()
        : new Complex(real, imaginary);
  }

  private static Constant add(Constant left, Constant right) {
    return binary(left, Token.ADD, right);
  }

  private static Constant subtract(Constant left, Constant right) {
    return binary(left, Token.SUBTRACT, right);
  }

  private static Constant times(Constant left, Constant right) {
    return binary(left, Token.MULTIPLY, right);
  }

  /**
   * {@return the quotient of two {@link Int}s, truncated towards zero}
   *
   * @throws ArithmeticException if the divisor is zero
   */
  public static Constant integerQuotient(Constant left, Constant right) {
    return left instanceof Int(var a) && right instanceof Int(var b)
        ? new Int(a.divide(b))
        : new Unknown();
  }

  /**
   * {@return the {@link Int} shifted by so many bits}
   *
   * @param operator {@code <<} or {@code >>}
   * @param count not negative; the caller bounds it, since the result has as many bits
   */
  public static Constant shift(Constant value, Token operator, int count) {
    return switch (value) {
      case Int(var integer) when operator == Token.SHIFT_LEFT -> new Int(integer.shiftLeft(count));
      case Int(var integer) when operator == Token.SHIFT_RIGHT ->
          new Int(integer.shiftRight(count));
      default -> new Unknown();
    };
  }

  /** {@return whether the comparison holds; false where an operand is unknown or not comparable} */
  public static boolean compare(Constant left, Token operator, Constant right) {
    if (left instanceof Unknown || right instanceof Unknown) {
      return false;
    }
    if (left instanceof Complex || right instanceof Complex) {
      boolean equal = sameParts(left, right);
      return operator == Token.EQUAL ? equal : operator == Token.NOT_EQUAL && !equal;
    }
    if (left instanceof Bool(var a) && right instanceof Bool(var b)) {
      return holds(Boolean.compare(a, b), operator);
    }
    if (left instanceof Text(var a) && right instanceof Text(var b)) {
      return holds(a.compareTo(b), operator);
    }
    if (!isReal(left) || !isReal(right)) {
      return false;
    }
    if (left instanceof Floating || right instanceof Floating) {
      var a = ConstantConversion.toBigFloat(left);
      return holds(a.compareTo(ConstantConversion.toBigFloat(right)), operator);
    }
    var a = ConstantConversion.toRational(left);
    return holds(a.compareTo(ConstantConversion.toRational(right)), operator);
  }

  private static boolean sameParts(Constant left, Constant right) {
    if (!(ConstantConversion.toComplex(left) instanceof Complex(var a, var b))
        || !(ConstantConversion.toComplex(right) instanceof Complex(var c, var d))) {
      return false;
    }
    return compare(a, Token.EQUAL, c) && compare(b, Token.EQUAL, d);
  }

  private static boolean isReal(Constant value) {
    return value instanceof Int || value instanceof Fraction || value instanceof Floating;
  }

  private static boolean holds(int comparison, Token operator) {
    return switch (operator) {
      case EQUAL -> comparison == 0;
      case NOT_EQUAL -> comparison != 0;
      case LESS -> comparison < 0;
      case LESS_EQUAL -> comparison <= 0;
      case GREATER -> comparison > 0;
      case GREATER_EQUAL -> comparison >= 0;
      default -> false;
    };
  }

  /**
   * {@return −1, 0 or 1 for a real number; for a complex one, 0 exactly if it is zero; 1 otherwise}
   */
  public static int signum(Constant value) {
    return switch (value) {
      case Int(var integer) -> integer.signum();
      case Fraction(var fraction) -> fraction.numerator().signum();
      case Floating(var number) -> number.signum();
      case Complex(var real, var imaginary) -> signum(real) | signum(imaginary);
      case Bool _, Text _, Unknown _ -> 1;
    };
  }
}
