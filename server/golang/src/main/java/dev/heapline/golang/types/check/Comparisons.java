package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantArithmetic;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Comparability;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;

/** Comparisons: "Comparison operators" of the specification. */
final class Comparisons {
  private final Checker checker;

  Comparisons(Checker checker) {
    this.checker = checker;
  }

  /**
   * Compares two operands whose types match.
   *
   * @param left becomes the result
   * @param inSwitch whether this is a case of a switch
   */
  void compare(Operand left, Operand right, Token operator, boolean inSwitch) {
    if (!Type.isKnown(left.type) || !Type.isKnown(right.type)) {
      left.invalidate();
      return;
    }
    boolean assignable =
        checker.assignability.check(left, right.type).isEmpty()
            || checker.assignability.check(right, left.type).isEmpty();
    if (!assignable) {
      report(
          left,
          right,
          operator,
          inSwitch,
          right,
          "mismatched types " + checker.text(left.type) + " and " + checker.text(right.type));
      return;
    }
    boolean equality = operator == Token.EQUAL || operator == Token.NOT_EQUAL;
    if (equality
        ? !checkEquality(left, right, operator, inSwitch)
        : !checkOrder(left, right, operator)) {
      return;
    }
    if (left.isConstant() && right.isConstant()) {
      left.value =
          Constant.of(ConstantArithmetic.compare(left.constant(), operator, right.constant()));
    } else {
      checker.untyped.update(left.expression, Kinds.defaultType(left.type), true);
      checker.untyped.update(right.expression, Kinds.defaultType(right.type), true);
      left.setValue(Mode.VALUE, left.type);
    }
    left.type = Basic.UNTYPED_BOOL;
  }

  private boolean checkEquality(Operand left, Operand right, Token operator, boolean inSwitch) {
    if (left.isNil() || right.isNil()) {
      Type type = left.isNil() ? right.type : left.type;
      // Two nils cannot be compared: neither has a type.
      if (type != Basic.UNTYPED_NIL && Kinds.hasNil(checker.program, type)) {
        return true;
      }
      report(left, right, operator, inSwitch, right, "");
      return false;
    }
    for (var operand : new Operand[] {left, right}) {
      if (!Comparability.isComparable(checker.program, operand.type)) {
        report(left, right, operator, inSwitch, operand, incomparable(operand.type));
        return false;
      }
    }
    return true;
  }

  private boolean checkOrder(Operand left, Operand right, Token operator) {
    for (var operand : new Operand[] {left, right}) {
      if (!checker.kinds(operand.type, Kinds::isOrdered)) {
        report(left, right, operator, false, operand, "");
        return false;
      }
    }
    return true;
  }

  /** {@return why values of a type cannot be compared; empty where there is no more to say} */
  String incomparable(Type type) {
    return switch (checker.under(type)) {
      case Type.Slice _, Signature _, Type.Map _ ->
          checker.describe.compositeKind(type) + " can only be compared to nil";
      default -> Comparability.cause(checker.text, type);
    };
  }

  private void report(
      Operand left,
      Operand right,
      Token operator,
      boolean inSwitch,
      Operand wrong,
      String knownCause) {
    String cause = knownCause;
    if (cause.isEmpty()) {
      boolean leftParameter = Underlying.isParameter(left.type);
      if (leftParameter || Underlying.isParameter(right.type)) {
        cause =
            "type parameter "
                + checker.text(leftParameter ? wrong.type : right.type)
                + " cannot use operator "
                + operator.text();
      } else {
        String kind = checker.describe.compositeKind(wrong.type);
        cause =
            "operator "
                + operator.text()
                + " not defined on "
                + (kind.isEmpty() ? checker.text(wrong.type) : kind);
      }
    }
    String first = checker.text(left.expression);
    String second = checker.text(right.expression);
    if (inSwitch) {
      checker.error(left, "invalid case " + first + " in switch on " + second + " (" + cause + ")");
    } else {
      checker.error(
          wrong,
          "invalid operation: "
              + first
              + " "
              + operator.text()
              + " "
              + second
              + " ("
              + cause
              + ")");
    }
    left.invalidate();
  }
}
