package dev.heapline.alloc.find;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.Optional;

/**
 * What numbers integer expressions may have: constants, lengths, variables that are assigned once,
 * variables of counting loops. To be asked when the walk is over.
 */
final class Intervals {
  private static final int DEEPEST = 12;

  private final Scan scan;

  Intervals(Scan scan) {
    this.scan = scan;
  }

  Interval of(Expression expression) {
    return of(expression, 0);
  }

  private Interval of(Expression expression, int depth) {
    var value = scan.facts().value(expression).flatMap(Intervals::number);
    if (value.isPresent()) {
      return Interval.of(value.get());
    }
    var ofType = ofType(expression);
    if (depth > DEEPEST) {
      return ofType;
    }
    var computed = compute(Syntax.unparenthesized(expression), depth + 1);
    // What the type does not hold has wrapped around.
    return computed.least() >= ofType.least() && computed.most() <= ofType.most()
        ? computed
        : ofType;
  }

  static Optional<Long> number(Constant constant) {
    return constant instanceof Constant.Int(var integer) && integer.bitLength() < Long.SIZE
        ? Optional.of(integer.longValue())
        : Optional.empty();
  }

  private Interval ofType(Expression expression) {
    if (!(Underlying.of(scan.layouts().world(), scan.type(expression)) instanceof Basic basic)) {
      return Interval.ANY;
    }
    return switch (basic) {
      case UINT8, BYTE -> new Interval(0, (1 << 8) - 1);
      case UINT16 -> new Interval(0, (1 << 16) - 1);
      case UINT32 -> new Interval(0, (1L << 32) - 1);
      case INT8 -> new Interval(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case INT16 -> new Interval(Short.MIN_VALUE, Short.MAX_VALUE);
      case INT32, RUNE -> new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case UINT, UINT64, UINTPTR -> Interval.LENGTH;
      default -> Interval.ANY;
    };
  }

  private Interval compute(Expression expression, int depth) {
    return switch (expression) {
      case Expression.Identifier name ->
          scan.variables().named(name).map(each -> variable(each, depth)).orElse(Interval.ANY);
      case Expression.Binary binary -> binary(binary, depth);
      case Expression.Call call -> call(call, depth);
      default -> Interval.ANY;
    };
  }

  private Interval variable(Variable variable, int depth) {
    var range = scan.variables().range(variable);
    if (range.isPresent() && !variable.isAddressed() && !variable.isReassigned(0)) {
      var first = variable.firstValue();
      long from = first instanceof Expression.Absent ? 0 : of(first, depth).least();
      var past = of(range.get().past(), depth);
      long most = past.isBounded() && !range.get().inclusive() ? past.most() - 1 : past.most();
      return most < from ? Interval.ANY : new Interval(from, most);
    }
    var value = variable.onlyValue();
    return value instanceof Expression.Absent ? Interval.ANY : of(value, depth);
  }

  private Interval binary(Expression.Binary binary, int depth) {
    if (binary.left() instanceof Expression.Binary deep && depth == DEEPEST) {
      return ofType(deep);
    }
    var left = of(binary.left(), depth);
    var right = of(binary.right(), depth);
    return switch (binary.operator()) {
      case ADD -> left.plus(right);
      case SUBTRACT -> left.minus(right);
      case MULTIPLY -> left.times(right);
      case REMAINDER ->
          right.least() > 0 && right.isBounded() && left.least() >= 0
              ? new Interval(0, Math.min(left.most(), right.most() - 1))
              : Interval.ANY;
      case AND ->
          left.least() >= 0 && right.least() >= 0
              ? new Interval(0, Math.min(left.most(), right.most()))
              : Interval.ANY;
      case DIVIDE ->
          left.least() >= 0 && right.least() > 0
              ? new Interval(
                  right.isBounded() ? left.least() / right.most() : 0,
                  left.isBounded() ? left.most() / right.least() : Long.MAX_VALUE)
              : Interval.ANY;
      case SHIFT_RIGHT ->
          left.least() >= 0 && right.isExact() && right.least() >= 0 && right.least() < Long.SIZE
              ? new Interval(
                  left.least() >> right.least(),
                  left.isBounded() ? left.most() >> right.least() : Long.MAX_VALUE)
              : Interval.ANY;
      default -> Interval.ANY;
    };
  }

  private Interval call(Expression.Call call, int depth) {
    var function = Syntax.unparenthesized(call.function());
    if (scan.isType(function)) {
      return call.arguments().size() == 1
              && Underlying.of(scan.layouts().world(), scan.type(call.arguments().getFirst()))
                  instanceof Basic basic
              && basic.isInteger()
          ? of(call.arguments().getFirst(), depth)
          : Interval.ANY;
    }
    if (!(function instanceof Expression.Identifier name)
        || !(scan.facts().symbol(name).orElse(null) instanceof BuiltinSymbol(var builtin))) {
      return Interval.ANY;
    }
    return builtin(builtin, call, depth);
  }

  private Interval builtin(Builtin builtin, Expression.Call call, int depth) {
    var arguments = call.arguments();
    return switch (builtin) {
      case LEN, CAP -> arguments.size() == 1 ? length(arguments.getFirst(), depth) : Interval.ANY;
      case COPY -> Interval.LENGTH;
      case MIN -> {
        var least = of(arguments.getFirst(), depth);
        for (var each : arguments.subList(1, arguments.size())) {
          var next = of(each, depth);
          least =
              new Interval(
                  Math.min(least.least(), next.least()), Math.min(least.most(), next.most()));
        }
        yield least;
      }
      case MAX -> {
        var most = of(arguments.getFirst(), depth);
        for (var each : arguments.subList(1, arguments.size())) {
          var next = of(each, depth);
          most =
              new Interval(
                  Math.max(most.least(), next.least()), Math.max(most.most(), next.most()));
        }
        yield most;
      }
      default -> Interval.ANY;
    };
  }

  private Interval length(Expression of, int depth) {
    Type form = scan.form(of);
    if (form instanceof Type.Pointer(var element)) {
      form = scan.layouts().form(element);
    }
    if (form instanceof Type.Array(long length, _) && length >= 0) {
      return Interval.of(length);
    }
    // The one value of a variable has the length that it was made with, unless it is sliced.
    var only = scan.variables().named(of).map(Variable::onlyValue).map(Syntax::unparenthesized);
    if (only.isPresent()
        && only.get() instanceof Expression.Call made
        && Syntax.unparenthesized(made.function()) instanceof Expression.Identifier name
        && scan.facts().symbol(name).orElse(null) instanceof BuiltinSymbol(var builtin)
        && builtin == Builtin.MAKE
        && made.arguments().size() >= 2
        && scan.form(made) instanceof Type.Slice) {
      return of(made.arguments().get(1), depth).within(Interval.LENGTH).orElse(Interval.LENGTH);
    }
    return Interval.LENGTH;
  }
}
