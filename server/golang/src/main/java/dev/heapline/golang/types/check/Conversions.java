package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.ByteText;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantConversion;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Identity;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import java.util.Optional;

/** Conversions: "Conversions" of the specification. */
final class Conversions {
  private static final Optional<String> NO = Optional.of("");

  private final Checker checker;

  Conversions(Checker checker) {
    this.checker = checker;
  }

  /** Converts an operand, which is a value. */
  void convert(Operand operand, Type target) {
    boolean constantArgument =
        operand.isConstant() && Kinds.is(checker.program, operand.type, Kinds::isConstantType);
    boolean constantType = Kinds.is(checker.program, target, Kinds::isConstantType);
    boolean constant = constantArgument && constantType;
    Optional<String> problem;
    if (constant) {
      var value = convertConstant(operand, (Basic) checker.under(target));
      if (value.isEmpty()
          && checker.kinds(operand.type, Basic::isInteger)
          && checker.kinds(target, Basic::isInteger)) {
        checker.error(
            operand,
            "constant " + operand.constant().briefText() + " overflows " + checker.text(target));
        operand.invalidate();
        return;
      }
      problem = value.isPresent() ? Optional.empty() : NO;
      value.ifPresent(each -> operand.value = each);
    } else if (constantArgument && Underlying.isParameter(target)) {
      problem = constantToParameter(operand, target);
      operand.mode = Mode.VALUE;
    } else {
      problem = obstacle(operand, target);
      if (problem.isEmpty()) {
        operand.mode = Mode.VALUE;
      }
    }
    if (problem.isPresent()) {
      checker.error(
          operand,
          "cannot convert "
              + checker.text(operand)
              + " to type "
              + checker.text(target)
              + (problem.get().isEmpty() ? "" : ": " + problem.get()));
      operand.invalidate();
      return;
    }
    if (operand.isUntyped()) {
      checker.untyped.update(
          operand.expression, finalType(operand, target, constantArgument, constantType), true);
    }
    operand.type = target;
    if (!constant) {
      operand.value = null;
    }
  }

  /** The type that the untyped argument itself gets. */
  private Type finalType(
      Operand operand, Type target, boolean constantArgument, boolean constantType) {
    if (checker.isInterface(target) || (constantArgument && !constantType) || operand.isNil()) {
      return Kinds.defaultType(operand.type);
    }
    boolean runeToString =
        operand.isConstant()
            && checker.kinds(operand.type, Basic::isInteger)
            && checker.kinds(target, Basic::isString);
    return runeToString ? operand.type : target;
  }

  private Optional<Constant> convertConstant(Operand operand, Basic target) {
    var value = Representation.of(operand.constant(), target, checker.program.sizes());
    if (value.isPresent()
        || !target.isString()
        || !Kinds.is(checker.program, operand.type, Basic::isInteger)) {
      return value;
    }
    int rune = 0xFFFD;
    if (ConstantConversion.toInteger(operand.constant()) instanceof Constant.Int(var number)
        && number.signum() >= 0
        && number.bitLength() <= 21) {
      int given = number.intValueExact();
      rune = given > 0x10FFFF || (given >= 0xD800 && given < 0xE000) ? rune : given;
    }
    return Optional.of(new Constant.Text(ByteText.of(Character.toString(rune))));
  }

  private Optional<String> constantToParameter(Operand operand, Type target) {
    var members = Underlying.members(checker.program, target);
    if (!members.specific()) {
      return Optional.of(checker.text(target) + " does not contain specific types");
    }
    for (Type member : members.underlying()) {
      boolean text = checker.kinds(operand.type, Basic::isString) && isBytesOrRunes(member);
      if (text || (member instanceof Basic basic && convertConstant(operand, basic).isPresent())) {
        continue;
      }
      boolean integers =
          checker.kinds(operand.type, Basic::isInteger) && checker.kinds(member, Basic::isInteger);
      return Optional.of(
          (integers
                  ? "constant "
                      + operand.constant().briefText()
                      + " overflows "
                      + checker.text(member)
                  : "cannot convert " + checker.text(operand) + " to type " + checker.text(member))
              + " (in "
              + checker.text(target)
              + ")");
    }
    return Optional.empty();
  }

  /** Why a value cannot be converted: empty where it can. */
  private Optional<String> obstacle(Operand operand, Type target) {
    var assignable = checker.assignability.check(operand, target);
    if (assignable.isEmpty()) {
      return assignable;
    }
    Type from = Type.unalias(operand.type);
    Type to = Type.unalias(target);
    Type fromUnder = checker.under(from);
    Type toUnder = checker.under(to);
    boolean parameters = from instanceof TypeParameter || to instanceof TypeParameter;
    if ((!parameters && Identity.identicalIgnoringTags(checker.program, fromUnder, toUnder))
        || isPointerToSame(from, to)
        || isBasicConversion(fromUnder, toUnder)
        || isArrayConversion(fromUnder, toUnder)) {
      return Optional.empty();
    }
    if (!parameters) {
      return assignable;
    }
    return from instanceof TypeParameter parameter
        ? fromEach(operand, parameter, target)
        : toEach(operand, (TypeParameter) to);
  }

  private boolean isPointerToSame(Type from, Type to) {
    return from instanceof Type.Pointer(var left)
        && to instanceof Type.Pointer(var right)
        && !Underlying.isParameter(left)
        && !Underlying.isParameter(right)
        && Identity.identicalIgnoringTags(
            checker.program, checker.under(left), checker.under(right));
  }

  private boolean isBasicConversion(Type from, Type to) {
    if (from instanceof Basic a && to instanceof Basic b) {
      boolean numbers =
          ((a.isInteger() || a.isFloat()) && (b.isInteger() || b.isFloat()))
              || (a.isComplex() && b.isComplex());
      boolean pointers =
          (a == Basic.UINTPTR && b == Basic.UNSAFE_POINTER)
              || (a == Basic.UNSAFE_POINTER && b == Basic.UINTPTR);
      return numbers || pointers || (a.isInteger() && b.isString());
    }
    if (to instanceof Basic b) {
      return (b.isString() && isBytesOrRunes(from))
          || (b == Basic.UNSAFE_POINTER && from instanceof Type.Pointer);
    }
    if (from instanceof Basic a) {
      return (a.isString() && isBytesOrRunes(to))
          || (a == Basic.UNSAFE_POINTER && to instanceof Type.Pointer);
    }
    return false;
  }

  private boolean isBytesOrRunes(Type type) {
    return type instanceof Type.Slice(var element)
        && checker.under(element) instanceof Basic basic
        && (basic.canonical() == Basic.UINT8 || basic.canonical() == Basic.INT32);
  }

  private boolean isArrayConversion(Type from, Type to) {
    if (!(from instanceof Type.Slice(var element))) {
      return false;
    }
    return switch (to) {
      case Type.Array(_, var other) -> checker.allows(20) && checker.identical(element, other);
      case Type.Pointer(var base) ->
          checker.under(base) instanceof Type.Array(_, var other)
              && checker.allows(17)
              && checker.identical(element, other);
      default -> false;
    };
  }

  private Optional<String> fromEach(Operand operand, TypeParameter from, Type target) {
    var terms = from.bound(checker.program).typeSet(checker.program).terms().list();
    for (var term : terms) {
      var member = operand.copy();
      member.type = term.type();
      var problem = obstacle(member, target);
      if (problem.isPresent()) {
        return Optional.of(
            "cannot convert "
                + checker.text(term.type())
                + " (in "
                + checker.text(from)
                + ") to type "
                + checker.text(target)
                + Assignability.more(problem.get()));
      }
    }
    return terms.isEmpty() ? NO : Optional.empty();
  }

  private Optional<String> toEach(Operand operand, TypeParameter to) {
    var terms = to.bound(checker.program).typeSet(checker.program).terms().list();
    for (var term : terms) {
      var problem = obstacle(operand, term.type());
      if (problem.isPresent()) {
        return Optional.of(
            "cannot convert "
                + checker.text(operand.type)
                + " to type "
                + checker.text(term.type())
                + " (in "
                + checker.text(to)
                + ")"
                + Assignability.more(problem.get()));
      }
    }
    return terms.isEmpty() ? NO : Optional.empty();
  }
}
