package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantArithmetic;
import dev.heapline.golang.constant.ConstantConversion;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Operators: "Operators" of the specification, but for comparisons. */
final class Operators {
  /** The largest shift of a constant: enough to write the smallest float64. */
  private static final int LARGEST_SHIFT = 1023 - 1 + 52;

  /** Constant texts that are longer have no known value. */
  private static final int MOST_TEXT_BYTES = 1 << 26;

  private final Checker checker;

  Operators(Checker checker) {
    this.checker = checker;
  }

  static boolean isShift(Token operator) {
    return operator == Token.SHIFT_LEFT || operator == Token.SHIFT_RIGHT;
  }

  static boolean isComparison(Token operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
      default -> false;
    };
  }

  void unary(Operand operand, Expression.Unary unary) {
    checker.expressions.single(null, operand, unary.operand());
    if (!operand.isValid()) {
      return;
    }
    Token operator = unary.operator();
    switch (operator) {
      case AND -> {
        address(operand, unary);
        return;
      }
      case ARROW -> {
        receive(operand);
        return;
      }
      case TILDE -> {
        boolean integer = checker.kinds(operand.type, Basic::isInteger);
        checker.error(
            unary,
            "cannot use ~ outside of interface or type constraint"
                + (integer ? " (use ^ for bitwise complement)" : ""));
        if (!integer) {
          operand.invalidate();
          return;
        }
        operator = Token.XOR;
      }
      default -> {}
    }
    Predicate<Basic> kind =
        switch (operator) {
          case ADD, SUBTRACT -> Basic::isNumeric;
          case XOR -> Basic::isInteger;
          case NOT -> Basic::isBoolean;
          default -> _ -> false;
        };
    if (!requireKind(operand, kind, operator)) {
      return;
    }
    if (!operand.isConstant()) {
      operand.setValue(Mode.VALUE, operand.type);
      return;
    }
    if (operand.value instanceof Constant.Unknown) {
      return;
    }
    int bits =
        Kinds.is(checker.program, operand.type, Basic::isUnsigned)
            ? (int) checker.program.sizes().sizeOf(checker.program, operand.type) * 8
            : 0;
    operand.value = ConstantArithmetic.unary(operator, operand.constant(), bits);
    operand.expression = unary;
    checker.untyped.checkOverflow(operand, unary.start());
  }

  private boolean requireKind(Operand operand, Predicate<Basic> kind, Token operator) {
    if (checker.kinds(operand.type, kind)) {
      return true;
    }
    if (!(checker.under(operand.type) instanceof Type.Unknown)) {
      checker.error(
          operand,
          "invalid operation: operator "
              + operator.text()
              + " not defined on "
              + checker.text(operand));
    }
    operand.invalidate();
    return false;
  }

  private void address(Operand operand, Expression.Unary unary) {
    boolean literal =
        Expressions.unparenthesized(unary.operand()) instanceof Expression.CompositeLiteral;
    if (!literal && operand.mode != Mode.VARIABLE) {
      checker.error(operand, "invalid operation: cannot take address of " + checker.text(operand));
      operand.invalidate();
      return;
    }
    operand.setValue(Mode.VALUE, new Type.Pointer(operand.type));
  }

  private void receive(Operand operand) {
    Type element = channelElement(operand.expression.start(), operand, true);
    if (element == null) {
      operand.invalidate();
      return;
    }
    operand.setValue(Mode.COMMA_OK, element);
    checker.hasCallOrReceive = true;
  }

  /** {@return what goes through a channel; {@code null}, with an error, where nothing does} */
  @Nullable Type channelElement(int at, Operand channel, boolean receives) {
    if (checker.under(channel.type) instanceof Type.Unknown) {
      return null;
    }
    var members = Underlying.members(checker.program, channel.type);
    String cause = members.specific() ? "" : "no specific channel type";
    for (int i = 0; i < members.underlying().size() && cause.isEmpty(); i++) {
      String type = checker.text(members.types().get(i));
      if (!(members.underlying().get(i) instanceof Type.Channel(var direction, _))) {
        cause = "non-channel " + type;
      } else if (receives && direction == Expression.Direction.SEND) {
        cause = "send-only channel " + type;
      } else if (!receives && direction == Expression.Direction.RECEIVE) {
        cause = "receive-only channel " + type;
      }
    }
    if (cause.isEmpty()
        && Underlying.common(checker.program, members).orElse(null)
            instanceof Type.Channel(_, var element)) {
      return element;
    }
    String what = receives ? "cannot receive from " : "cannot send to ";
    checker.error(
        at,
        "invalid operation: "
            + what
            + (Underlying.isParameter(channel.type)
                ? checker.text(channel) + ": " + cause
                : cause + " " + checker.text(channel)));
    return null;
  }

  /** Checks a binary expression; a chain that leans to the left takes no stack. */
  void binary(Operand operand, Expression.Binary expression) {
    var chain = new ArrayDeque<Expression.Binary>(4);
    Expression left = expression;
    while (left instanceof Expression.Binary binary) {
      chain.push(binary);
      left = binary.left();
    }
    checker.expressions.single(null, operand, left);
    while (true) {
      var binary = chain.pop();
      var right = new Operand();
      checker.expressions.single(null, right, binary.right());
      combine(operand, right, binary, binary.operator(), binary.operatorOffset());
      operand.expression = binary;
      if (chain.isEmpty()) {
        return;
      }
      // What the operator yields is an operand itself, and recorded as such.
      checker.expressions.record(operand);
      checker.expressions.requireSingle(operand);
    }
  }

  /**
   * Applies an operator.
   *
   * @param left becomes the result
   * @param expression the whole; {@code null} for an assignment like {@code x += y}
   */
  void combine(
      Operand left,
      Operand right,
      Expression.@Nullable Binary expression,
      Token operator,
      int operatorOffset) {
    if (!left.isValid()) {
      return;
    }
    if (!right.isValid()) {
      left.invalidate();
      left.expression = right.expression;
      return;
    }
    if (isShift(operator)) {
      shift(left, right, expression, operator);
      return;
    }
    match(left, right);
    if (!left.isValid()) {
      return;
    }
    if (isComparison(operator)) {
      checker.comparisons.compare(left, right, operator, false);
      return;
    }
    if (left.isNil() != right.isNil() && mayConvert(left, right)) {
      String nil = "nil (of type " + checker.text(right.type) + ")";
      checker.error(
          left,
          "invalid operation: operator "
              + operator.text()
              + " not defined on "
              + (left.isNil() ? nil : checker.text(left)));
      left.invalidate();
      return;
    }
    if (!checker.identical(left.type, right.type)) {
      reportMismatch(left, right, expression, operator);
      left.invalidate();
      return;
    }
    if (!requireKind(left, operandKind(operator), operator)) {
      return;
    }
    if ((operator == Token.DIVIDE || operator == Token.REMAINDER) && isZero(left, right)) {
      checker.error(right, "invalid operation: division by zero");
      left.invalidate();
      return;
    }
    if (!left.isConstant() || !right.isConstant()) {
      left.setValue(Mode.VALUE, left.type);
      return;
    }
    if (left.value instanceof Constant.Unknown || right.value instanceof Constant.Unknown) {
      left.value = Constant.unknown();
      return;
    }
    if (left.value instanceof Constant.Text(var first)
        && right.value instanceof Constant.Text(var second)
        && operator == Token.ADD
        && isTooLong((long) first.length() + second.length(), operatorOffset)) {
      left.value = Constant.unknown();
      return;
    }
    boolean integers =
        operator == Token.DIVIDE && Kinds.is(checker.program, left.type, Basic::isInteger);
    left.value =
        integers
            ? ConstantArithmetic.integerQuotient(
                ConstantConversion.toInteger(left.constant()),
                ConstantConversion.toInteger(right.constant()))
            : ConstantArithmetic.binary(left.constant(), operator, right.constant());
    if (expression != null) {
      left.expression = expression;
    }
    checker.untyped.checkOverflow(left, operatorOffset);
  }

  /** Nobody needs the bytes of texts that only doubling them again and again can make. */
  private boolean isTooLong(long bytes, int operatorOffset) {
    if (bytes > Integer.MAX_VALUE) {
      checker.error(
          operatorOffset,
          "constant string too long (" + bytes + " bytes > " + Integer.MAX_VALUE + " bytes)");
    }
    return bytes > MOST_TEXT_BYTES;
  }

  private static Predicate<Basic> operandKind(Token operator) {
    return switch (operator) {
      case ADD -> Kinds::isNumericOrString;
      case SUBTRACT, MULTIPLY, DIVIDE -> Basic::isNumeric;
      case REMAINDER, AND, OR, XOR, AND_NOT -> Basic::isInteger;
      case LOGICAL_AND, LOGICAL_OR -> Basic::isBoolean;
      default -> _ -> false;
    };
  }

  private void reportMismatch(
      Operand left, Operand right, Expression.@Nullable Binary expression, Token operator) {
    if (!Type.isKnown(left.type) || !Type.isKnown(right.type)) {
      return;
    }
    String types =
        " (mismatched types " + checker.text(left.type) + " and " + checker.text(right.type) + ")";
    if (expression != null) {
      checker.error(left, "invalid operation: " + checker.text(expression) + types);
    } else {
      checker.error(
          left,
          "invalid operation: "
              + checker.text(left.expression)
              + " "
              + operator.text()
              + "= "
              + checker.text(right.expression)
              + types);
    }
  }

  private boolean isZero(Operand left, Operand right) {
    if (!right.isConstant()) {
      return false;
    }
    boolean matters = left.isConstant() || checker.kinds(left.type, Basic::isInteger);
    if (right.constant() instanceof Constant.Complex(var real, var imaginary)) {
      return left.isConstant()
          && ConstantArithmetic.signum(real) == 0
          && ConstantArithmetic.signum(imaginary) == 0;
    }
    return matters
        && !(right.constant() instanceof Constant.Unknown)
        && ConstantArithmetic.signum(right.constant()) == 0;
  }

  /** Converts untyped operands to the type of the other one, where that may go well. */
  void match(Operand left, Operand right) {
    if (!mayConvert(left, right)) {
      return;
    }
    checker.untyped.convert(left, right.type);
    if (!left.isValid()) {
      return;
    }
    checker.untyped.convert(right, left.type);
    if (!right.isValid()) {
      left.invalidate();
    }
  }

  private boolean mayConvert(Operand left, Operand right) {
    if (!left.isUntyped() && !right.isUntyped()) {
      return false;
    }
    Type a = left.type;
    Type b = right.type;
    if (differ(a, b, Basic::isNumeric)) {
      return false;
    }
    if (checker.isInterface(a) || checker.isInterface(b)) {
      return true;
    }
    if (differ(a, b, Basic::isBoolean) || differ(a, b, Basic::isString)) {
      return false;
    }
    if (left.isNil()) {
      return Kinds.hasNil(checker.program, b);
    }
    if (right.isNil()) {
      return Kinds.hasNil(checker.program, a);
    }
    return !(checker.under(a) instanceof Type.Pointer)
        && !(checker.under(b) instanceof Type.Pointer);
  }

  private boolean differ(Type left, Type right, Predicate<Basic> kind) {
    return checker.kinds(left, kind) != checker.kinds(right, kind);
  }

  private void shift(
      Operand left, Operand right, Expression.@Nullable Binary expression, Token operator) {
    Constant shifted = left.isConstant() ? ConstantConversion.toInteger(left.constant()) : null;
    boolean integer = checker.kinds(left.type, Basic::isInteger);
    if (!integer && !(left.isUntyped() && shifted instanceof Constant.Int)) {
      reportShifted(left);
      return;
    }
    if (!checkCount(right)) {
      left.invalidate();
      return;
    }
    if (left.isConstant() && right.isConstant()) {
      shiftConstant(left, right, shifted, expression, operator);
      return;
    }
    if (left.isConstant() && left.isUntyped()) {
      // The shifted constant takes the type that the whole expression gets.
      checker.facts.markShifted(left.expression);
      left.setValue(Mode.VALUE, left.type);
      return;
    }
    if (!integer) {
      reportShifted(left);
      return;
    }
    left.setValue(Mode.VALUE, left.type);
  }

  private void reportShifted(Operand operand) {
    if (!(checker.under(operand.type) instanceof Type.Unknown)) {
      checker.error(
          operand,
          "invalid operation: shifted operand " + checker.text(operand) + " must be integer");
    }
    operand.invalidate();
  }

  private boolean checkCount(Operand count) {
    if (count.isConstant()) {
      var value = ConstantConversion.toInteger(count.constant());
      if (value instanceof Constant.Int(var number) && number.signum() < 0) {
        checker.error(count, "invalid operation: negative shift count " + checker.text(count));
        return false;
      }
      if (count.isUntyped()) {
        checker.untyped.represent(count, Basic.UINT);
        return count.isValid();
      }
      if (checker.kinds(count.type, Basic::isInteger)) {
        return true;
      }
    } else if (checker.kinds(count.type, Basic::isInteger)) {
      return checker.kinds(count.type, Basic::isUnsigned)
          || checker.require(
              count.expression, 13, "invalid operation: signed shift count " + checker.text(count));
    } else if (count.isUntyped()) {
      checker.untyped.convert(count, Basic.UINT);
      return count.isValid();
    }
    if (!(checker.under(count.type) instanceof Type.Unknown)) {
      checker.error(
          count, "invalid operation: shift count " + checker.text(count) + " must be integer");
    }
    return false;
  }

  private void shiftConstant(
      Operand left,
      Operand right,
      @Nullable Constant shifted,
      Expression.@Nullable Binary expression,
      Token operator) {
    if (!checker.kinds(left.type, Basic::isInteger)) {
      left.type = Basic.UNTYPED_INT;
    }
    if (!(shifted instanceof Constant.Int)
        || !(ConstantConversion.toInteger(right.constant()) instanceof Constant.Int(var count))) {
      left.value = Constant.unknown();
      return;
    }
    if (count.bitLength() > 31 || count.intValueExact() > LARGEST_SHIFT) {
      checker.error(right, "invalid operation: invalid shift count " + checker.text(right));
      left.invalidate();
      return;
    }
    left.value = ConstantArithmetic.shift(shifted, operator, count.intValueExact());
    if (expression != null) {
      left.expression = expression;
    }
    checker.untyped.checkOverflow(
        left,
        expression == null ? Describe.position(left.expression) : expression.operatorOffset());
  }
}
