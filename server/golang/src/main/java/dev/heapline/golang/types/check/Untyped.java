package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import org.jspecify.annotations.Nullable;

/**
 * How untyped operands get their types: "Constants" and "Representability" of the specification.
 *
 * <p>An untyped expression's facts say so until something asks for a type; then the type goes down
 * into the expression again.
 */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
final class Untyped {
  private final Checker checker;

  Untyped(Checker checker) {
    this.checker = checker;
  }

  /** Why an operand cannot have a type. */
  enum Problem {
    NONE,
    TRUNCATED,
    OVERFLOWS,
    MISMATCH
  }

  /**
   * The type that an operand gets.
   *
   * @param value the constant as that type holds it, where it changes
   */
  record Implicit(Type type, @Nullable Constant value, Problem problem) {
    static final Implicit MISMATCH = new Implicit(Type.UNKNOWN, null, Problem.MISMATCH);

    static Implicit of(Type type) {
      return new Implicit(type, null, Problem.NONE);
    }

    boolean succeeded() {
      return problem == Problem.NONE;
    }
  }

  /** {@return the type that an untyped operand gets where another type is wanted} */
  Implicit implicit(Operand operand, Type target) {
    if (!operand.isValid() || !operand.isUntyped() || !Type.isKnown(target)) {
      return Implicit.of(operand.type);
    }
    if (Kinds.isUntyped(target)) {
      return larger(operand.type, target);
    }
    return switch (checker.under(target)) {
      case Basic basic -> basic(operand, target, basic);
      case Interface declared -> toInterface(operand, target, declared);
      case Type.Pointer _, Signature _, Type.Slice _, Type.Map _, Type.Channel _ ->
          operand.isNil() ? Implicit.of(Basic.UNTYPED_NIL) : Implicit.MISMATCH;
      default -> Implicit.MISMATCH;
    };
  }

  private Implicit basic(Operand operand, Type target, Basic basic) {
    if (operand.isConstant()) {
      var value = Representation.of(operand.constant(), basic, checker.program.sizes());
      return value.isPresent()
          ? new Implicit(target, value.get(), Problem.NONE)
          : new Implicit(Type.UNKNOWN, null, problem(operand.type, basic));
    }
    boolean fits =
        switch ((Basic) operand.type) {
          case UNTYPED_BOOL -> basic.isBoolean();
          case UNTYPED_INT, UNTYPED_RUNE, UNTYPED_FLOAT, UNTYPED_COMPLEX -> basic.isNumeric();
          case UNTYPED_STRING -> basic.isString();
          default -> false;
        };
    if (operand.isNil() && basic == Basic.UNSAFE_POINTER) {
      return Implicit.of(Basic.UNTYPED_NIL);
    }
    return fits ? Implicit.of(target) : Implicit.MISMATCH;
  }

  /** {@return why a constant of one type is none of another} */
  Problem problem(Type from, Basic to) {
    if (!Kinds.is(checker.program, from, Basic::isNumeric) || !to.isNumeric()) {
      return Problem.MISMATCH;
    }
    return !Kinds.is(checker.program, from, Basic::isInteger) && to.isInteger()
        ? Problem.TRUNCATED
        : Problem.OVERFLOWS;
  }

  private Implicit toInterface(Operand operand, Type target, Interface declared) {
    if (Underlying.isParameter(target)) {
      var members = Underlying.members(checker.program, target);
      boolean all =
          members.specific()
              && members.underlying().stream()
                  .allMatch(each -> implicit(operand, each).succeeded());
      if (!all) {
        return Implicit.MISMATCH;
      }
      return Implicit.of(operand.isNil() ? Basic.UNTYPED_NIL : target);
    }
    if (operand.isNil()) {
      return Implicit.of(Basic.UNTYPED_NIL);
    }
    return declared.typeSet(checker.program).isAll()
        ? Implicit.of(Kinds.defaultType(operand.type))
        : Implicit.MISMATCH;
  }

  private static Implicit larger(Type left, Type right) {
    if (left == right) {
      return Implicit.of(left);
    }
    var a = (Basic) left;
    var b = (Basic) right;
    return a.isNumeric() && b.isNumeric()
        ? Implicit.of(a.compareTo(b) > 0 ? a : b)
        : Implicit.MISMATCH;
  }

  /** {@return the untyped kind that holds both; unknown where there is none} */
  static Type larger(Basic left, Basic right) {
    var result = larger((Type) left, right);
    return result.succeeded() ? result.type : Type.UNKNOWN;
  }

  /** Gives an untyped operand a type, or invalidates it with an error. */
  void convert(Operand operand, Type target) {
    var implicit = implicit(operand, target);
    if (!implicit.succeeded()) {
      Type shown = Underlying.isParameter(target) ? target : checker.under(target);
      reportConversion(operand, shown, implicit.problem);
      operand.invalidate();
      return;
    }
    accept(operand, implicit);
  }

  /** Gives an operand the type that {@link #implicit} has found. */
  void accept(Operand operand, Implicit implicit) {
    if (implicit.value != null) {
      operand.value = implicit.value;
      checker.facts.revalue(operand.expression, implicit.value);
    }
    if (implicit.type != operand.type) {
      operand.type = implicit.type;
      update(operand.expression, implicit.type, false);
    }
  }

  private void reportConversion(Operand operand, Type target, Problem problem) {
    String what = checker.text(operand);
    String type = checker.text(target);
    checker.error(
        operand,
        switch (problem) {
          case TRUNCATED -> what + " truncated to " + type;
          case OVERFLOWS -> what + " overflows " + type;
          default -> "cannot convert " + what + " to type " + type;
        });
  }

  /** Rounds a constant to its type, or invalidates it with an error. */
  void represent(Operand operand, Basic type) {
    var value = Representation.of(operand.constant(), type, checker.program.sizes());
    if (value.isEmpty()) {
      reportConversion(operand, type, problem(operand.type, type));
      operand.invalidate();
    } else {
      operand.value = value.get();
    }
  }

  /**
   * Sends a type down into an untyped expression.
   *
   * @param last whether an untyped kind is the last word
   */
  void update(Expression expression, Type type, boolean last) {
    Expression current = expression;
    while (checker.facts.isUntyped(current)) {
      // The left operand of a chain is next, without recursion.
      Expression next = Expression.ABSENT;
      boolean constant = checker.facts.value(current).isPresent();
      switch (current) {
        case Expression.Parenthesized outer -> next = outer.inner();
        case Expression.Unary unary when !constant -> next = unary.operand();
        case Expression.Binary binary when !constant -> {
          if (!Operators.isComparison(binary.operator())) {
            next = binary.left();
            if (!Operators.isShift(binary.operator())) {
              update(binary.right(), type, last);
            }
          }
        }
        default -> {}
      }
      settle(current, type, last);
      current = next;
    }
  }

  private void settle(Expression expression, Type type, boolean last) {
    var facts = checker.facts;
    if (!last && Kinds.isUntyped(type)) {
      facts.retypeUntyped(expression, type);
      return;
    }
    Type before = facts.type(expression);
    boolean shifted = facts.isShifted(expression);
    facts.retype(expression, type);
    if (shifted && !checker.kinds(type, Basic::isInteger)) {
      checker.error(
          expression,
          "invalid operation: shifted operand "
              + checker.text(expression)
              + " (type "
              + checker.text(type)
              + ") must be integer");
      return;
    }
    var value = facts.value(expression);
    if (value.isPresent()) {
      var operand = Operand.of(Mode.CONSTANT, expression, before);
      operand.value = value.get();
      var implicit = implicit(operand, type);
      if (!implicit.succeeded()) {
        reportConversion(operand, checker.under(type), implicit.problem);
      }
    }
  }

  /** Rounds a constant operand's result, or reports that it is too large. */
  void checkOverflow(Operand operand, int at) {
    var value = operand.constant();
    if (value instanceof Constant.Unknown) {
      checker.error(at, "constant result is not representable");
      return;
    }
    if (!operand.isUntyped()) {
      if (checker.under(operand.type) instanceof Basic basic) {
        represent(operand, basic);
      }
      return;
    }
    if (value instanceof Constant.Int(var number) && number.abs().bitLength() > 512) {
      checker.error(at, "constant " + operation(operand.expression) + "overflow");
      operand.value = Constant.unknown();
    }
  }

  private static String operation(Expression expression) {
    return switch (expression) {
      case Expression.Binary binary ->
          switch (binary.operator()) {
            case ADD -> "addition ";
            case SUBTRACT -> "subtraction ";
            case XOR -> "bitwise XOR ";
            case MULTIPLY -> "multiplication ";
            case SHIFT_LEFT -> "shift ";
            default -> "";
          };
      case Expression.Unary unary when unary.operator() == Token.XOR -> "bitwise complement ";
      default -> "";
    };
  }
}
