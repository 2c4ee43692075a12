package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expression while it is being checked: filled in and changed on the way. */
final class Operand {
  Mode mode = Mode.INVALID;
  Type type = Type.UNKNOWN;
  @Nullable Constant value;
  Expression expression = Expression.ABSENT;
  @Nullable Builtin builtin;

  static Operand of(Mode mode, Expression expression, Type type) {
    var operand = new Operand();
    operand.mode = mode;
    operand.expression = expression;
    operand.type = type;
    return operand;
  }

  boolean isValid() {
    return mode != Mode.INVALID;
  }

  void invalidate() {
    mode = Mode.INVALID;
    type = Type.UNKNOWN;
    value = null;
  }

  boolean isConstant() {
    return mode == Mode.CONSTANT;
  }

  boolean isNil() {
    return type == Basic.UNTYPED_NIL;
  }

  boolean isUntyped() {
    return type instanceof Basic basic && basic.isUntyped();
  }

  /** {@return the value of a constant} */
  Constant constant() {
    return Objects.requireNonNull(value);
  }

  void setConstant(Type newType, Constant newValue) {
    mode = Mode.CONSTANT;
    type = newType;
    value = newValue;
  }

  void setValue(Mode newMode, Type newType) {
    mode = newMode;
    type = newType;
    value = null;
  }

  void copyFrom(Operand other) {
    mode = other.mode;
    type = other.type;
    value = other.value;
    expression = other.expression;
    builtin = other.builtin;
  }

  Operand copy() {
    var copy = new Operand();
    copy.copyFrom(this);
    return copy;
  }
}
