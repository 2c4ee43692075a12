package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantArithmetic;
import dev.heapline.golang.constant.ConstantConversion;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import org.jspecify.annotations.Nullable;

/** Index and slice expressions. */
final class Indexing {
  private final Checker checker;

  Indexing(Checker checker) {
    this.checker = checker;
  }

  /**
   * An index.
   *
   * @param valid whether it can be one
   * @param value its constant value; −1 where it has none
   */
  record Index(boolean valid, Type type, long value) {
    static final Index INVALID = new Index(false, Type.UNKNOWN, -1);
  }

  /** What indexing a type yields; a key where it is a map, and its length where that is known. */
  private record Element(Type type, @Nullable Type key, long length, Mode mode) {}

  /**
   * Checks an index expression.
   *
   * @return whether it is a generic function, still to be instantiated with the indices
   */
  boolean index(Operand operand, Expression.Index expression) {
    checker.expressions.valueOrType(operand, expression.operand(), true);
    switch (operand.mode) {
      case INVALID -> {
        checker.expressions.use(expression.indices());
        return false;
      }
      case BUILTIN -> {
        checker.error(Anchor.of(expression), "cannot index " + checker.text(operand));
        checker.expressions.use(expression.indices());
        operand.invalidate();
        return false;
      }
      case TYPE -> {
        Type type = checker.types.variableType(expression);
        operand.invalidate();
        if (Type.isKnown(type)) {
          operand.setValue(Mode.TYPE, type);
        }
        return false;
      }
      case VALUE -> {
        if (operand.type instanceof Signature signature && signature.isGeneric()) {
          return true;
        }
      }
      default -> {}
    }
    checker.expressions.requireInstance(null, operand);
    if (!operand.isValid()) {
      return false;
    }
    if (checker.under(operand.type) instanceof Type.Unknown) {
      checker.expressions.use(expression.indices());
      operand.invalidate();
      return false;
    }
    var element = element(operand);
    if (element == null) {
      checker.error(Anchor.of(expression), "cannot index " + checker.text(operand));
      checker.expressions.use(expression.indices());
      operand.invalidate();
      return false;
    }
    if (expression.indices().size() > 1) {
      checker.error(expression.indices().get(1), "invalid operation: more than one index");
    }
    var index = expression.indices().getFirst();
    if (element.key != null) {
      var key = new Operand();
      checker.expressions.generic(key, index, null);
      checker.assignments.assign(key, element.key, "map index");
      operand.setValue(Mode.MAP_INDEX, element.type);
      return false;
    }
    operand.setValue(element.mode, element.type);
    index(index, element.length);
    return false;
  }

  private @Nullable Element element(Operand operand) {
    if (!Underlying.isParameter(operand.type)) {
      return element(operand, checker.under(operand.type));
    }
    var members = Underlying.members(checker.program, operand.type);
    Element common = null;
    for (Type member : members.underlying()) {
      var element = element(operand, member);
      if (element == null) {
        return null;
      }
      if (common == null) {
        common = element;
        continue;
      }
      boolean sameKey =
          common.key == null
              ? element.key == null
              : element.key != null && checker.identical(common.key, element.key);
      if (!sameKey || !checker.identical(common.type, element.type)) {
        return null;
      }
      long length =
          element.length >= 0 && (common.length < 0 || element.length < common.length)
              ? element.length
              : common.length;
      var mode = common.mode == Mode.VALUE || element.mode == Mode.VALUE ? Mode.VALUE : common.mode;
      common = new Element(common.type, common.key, length, mode);
    }
    return common;
  }

  private @Nullable Element element(Operand operand, Type under) {
    return switch (under) {
      case Basic basic when basic.isString() ->
          new Element(
              Basic.BYTE,
              null,
              operand.isConstant() && operand.value instanceof Constant.Text(var text)
                  ? text.length()
                  : -1,
              Mode.VALUE);
      case Type.Array(long length, var element) ->
          new Element(
              element, null, length, operand.mode == Mode.VARIABLE ? Mode.VARIABLE : Mode.VALUE);
      case Type.Pointer(var base)
          when checker.under(base) instanceof Type.Array(long length, var element) ->
          new Element(element, null, length, Mode.VARIABLE);
      case Type.Slice(var element) -> new Element(element, null, -1, Mode.VARIABLE);
      case Type.Map(var key, var value) -> new Element(value, key, -1, Mode.MAP_INDEX);
      default -> null;
    };
  }

  /**
   * {@return what is known of an index}
   *
   * @param limit what a constant must be less than; −1 where there is no limit
   */
  Index index(Expression expression, long limit) {
    var operand = new Operand();
    checker.expressions.single(null, operand, expression);
    if (!isIndex(operand, "index", false)) {
      return Index.INVALID;
    }
    if (!operand.isConstant()) {
      return new Index(true, operand.type, -1);
    }
    if (!(ConstantConversion.toInteger(operand.constant()) instanceof Constant.Int(var value))) {
      return Index.INVALID;
    }
    long number = value.longValueExact();
    if (limit >= 0 && number >= limit) {
      checker.error(
          operand, "invalid argument: index " + number + " out of bounds [0:" + limit + "]");
      return Index.INVALID;
    }
    return new Index(true, operand.type, number);
  }

  /** Makes an operand an index or a length, with an error if it cannot be one. */
  boolean isIndex(Operand operand, String what, boolean allowNegative) {
    if (!operand.isValid()) {
      return false;
    }
    checker.untyped.convert(operand, Basic.INT);
    if (!operand.isValid()) {
      return false;
    }
    if (checker.under(operand.type) instanceof Type.Unknown) {
      return false;
    }
    String problem = "";
    if (!checker.kinds(operand.type, Basic::isInteger)) {
      problem = " must be integer";
    } else if (operand.isConstant()) {
      var value = Representation.of(operand.constant(), Basic.INT, checker.program.sizes());
      if (!allowNegative && ConstantArithmetic.signum(operand.constant()) < 0) {
        problem = " must not be negative";
      } else if (value.isEmpty()) {
        problem = " overflows int";
      } else {
        operand.value = value.get();
      }
    }
    if (problem.isEmpty()) {
      return true;
    }
    checker.error(operand, "invalid argument: " + what + " " + checker.text(operand) + problem);
    return false;
  }

  /** Checks a slice expression. */
  void slice(Operand operand, Expression.Slice expression) {
    checker.expressions.single(null, operand, expression.operand());
    if (!operand.isValid()) {
      checker.expressions.use(expression.low());
      checker.expressions.use(expression.high());
      checker.expressions.use(expression.max());
      return;
    }
    Type sliced = sliced(operand);
    if (sliced == null) {
      operand.invalidate();
      return;
    }
    boolean full = !(expression.max() instanceof Expression.Absent);
    long length = -1;
    switch (sliced) {
      case Basic basic when basic.isString() -> {
        if (full) {
          checker.error(expression.max(), "invalid operation: 3-index slice of string");
          operand.invalidate();
          return;
        }
        if (operand.isConstant() && operand.value instanceof Constant.Text(var text)) {
          length = text.length();
        }
        operand.setValue(Mode.VALUE, operand.isUntyped() ? Basic.STRING : operand.type);
      }
      case Type.Array(long arrayLength, var element) -> {
        if (operand.mode != Mode.VARIABLE) {
          checker.error(operand, "cannot slice unaddressable value " + checker.text(operand));
          operand.invalidate();
          return;
        }
        length = arrayLength;
        operand.setValue(Mode.VALUE, new Type.Slice(element));
      }
      case Type.Pointer(var base)
          when checker.under(base) instanceof Type.Array(long arrayLength, var element) -> {
        length = arrayLength;
        operand.setValue(Mode.VALUE, new Type.Slice(element));
      }
      case Type.Slice _ -> operand.setValue(Mode.VALUE, operand.type);
      case Type.Unknown _ -> {
        operand.invalidate();
        return;
      }
      default -> {
        checker.error(operand, "cannot slice " + checker.text(operand));
        operand.invalidate();
        return;
      }
    }
    bounds(expression, length);
  }

  /** The type whose parts are taken: byte slices and strings may be mixed in a type set. */
  private @Nullable Type sliced(Operand operand) {
    if (!Underlying.isParameter(operand.type)) {
      return checker.under(operand.type);
    }
    var members = Underlying.members(checker.program, operand.type);
    boolean text = false;
    Type common = null;
    String problem = members.specific() ? "" : "no specific type in " + checker.text(operand.type);
    Type first = null;
    for (int i = 0; i < members.underlying().size(); i++) {
      Type written = members.types().get(i);
      Type each = members.underlying().get(i);
      if (each instanceof Basic basic && basic.isString()) {
        text = true;
        each = new Type.Slice(Basic.BYTE);
        written = each;
      }
      if (common != null && first != null && !checker.identical(common, each)) {
        problem =
            checker.text(first)
                + " and "
                + checker.text(written)
                + " have different underlying types";
        break;
      }
      common = each;
      first = first == null ? written : first;
    }
    if (!problem.isEmpty() || common == null) {
      checker.error(operand, "cannot slice " + checker.text(operand) + ": " + problem);
      return null;
    }
    return text ? Basic.STRING : common;
  }

  private void bounds(Expression.Slice expression, long length) {
    var bounds = new Expression[] {expression.low(), expression.high(), expression.max()};
    long[] values = new long[bounds.length];
    for (int i = 0; i < bounds.length; i++) {
      if (!(bounds[i] instanceof Expression.Absent)) {
        values[i] = index(bounds[i], length >= 0 ? length + 1 : -1).value();
      } else {
        values[i] = i == 0 ? 0 : length;
      }
    }
    for (int i = 0; i < bounds.length; i++) {
      for (int j = i + 1; j < bounds.length && values[i] > 0; j++) {
        if (values[j] >= 0 && values[j] < values[i]) {
          checker.error(
              bounds[j] instanceof Expression.Absent ? expression : bounds[j],
              "invalid slice indices: " + values[j] + " < " + values[i]);
          return;
        }
      }
    }
  }
}
