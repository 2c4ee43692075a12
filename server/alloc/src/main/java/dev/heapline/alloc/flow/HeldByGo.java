package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Layout;
import dev.heapline.alloc.type.Selection;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the closure behind {@code go f(x, y)} holds, until the goroutine calls.
 *
 * <p>The compiler evaluates function, receiver and arguments where the statement stands, but for
 * what is the same later: constants, {@code nil}, functions, and literals of structs, arrays and
 * slices, of which it takes the elements. What is left is captured as any closure captures, large
 * values by reference, which puts these on the heap too.
 */
final class HeldByGo {
  /** From {@code cmd/compile/internal/escape}, as for every closure. */
  private static final long LARGEST_BY_VALUE = 128;

  private final FunctionFlow function;
  private final Types types;
  private final List<GoType> held = new ArrayList<>();

  private HeldByGo(FunctionFlow function) {
    this.function = function;
    this.types = function.types();
  }

  /** {@return how much the started call sets aside; empty where nothing has to be held} */
  static Optional<Size> size(FunctionFlow function, Expression.Call call) {
    var values = new HeldByGo(function);
    values.callee(call);
    return values.held.isEmpty() ? Optional.empty() : Optional.of(values.size());
  }

  private Size size() {
    List<GoType.StructField> fields = new ArrayList<>();
    fields.add(new GoType.StructField("F", GoType.Basic.UINTPTR, false));
    List<Size> objects = new ArrayList<>();
    for (GoType type : held) {
      Optional<Layout> layout = types.layout(type);
      boolean byReference = layout.isPresent() && layout.get().size() > LARGEST_BY_VALUE;
      if (byReference) {
        objects.add(function.sizes().of(type));
      }
      fields.add(new GoType.StructField("X", byReference ? new GoType.Pointer(type) : type, false));
    }
    Size sum = function.sizes().of(new GoType.Struct(List.copyOf(fields)));
    for (Size each : objects) {
      sum = sum(sum, each);
    }
    return sum;
  }

  private static Size sum(Size left, Size right) {
    return left instanceof Size.Fixed first && right instanceof Size.Fixed second
        ? first.and(second)
        : Size.UNKNOWN;
  }

  private void callee(Expression.Call call) {
    Expression callee = unparenthesized(call.function());
    if (types.isType(function.unit(), callee)) {
      return;
    }
    switch (callee) {
      case Expression.Identifier identifier
          when function.unit().entity(identifier) instanceof Entity.Builtin -> {
        return;
      }
      case Expression.Identifier identifier when isFunction(identifier) -> {}
      case Expression.FunctionLiteral literal -> held.add(function.typeOf(literal));
      case Expression.Selector selector -> receiver(selector);
      default -> held.add(function.typeOf(callee));
    }
    arguments(call, function.typeOf(callee));
  }

  private void receiver(Expression.Selector selector) {
    GoType operand = function.typeOf(selector.operand());
    switch (types.select(operand, selector.name().name())) {
      case Selection.Method method when !method.promoted() -> {
        if (method.pointerReceiver()) {
          held.add(new GoType.Pointer(GoType.UNKNOWN));
        } else if (types.underlying(operand) instanceof GoType.Pointer pointer) {
          held.add(pointer.element());
        } else {
          value(selector.operand(), operand);
        }
      }
      case Selection.Dynamic _ -> held.add(operand);
      case Selection.Field field -> held.add(field.type());
      default -> held.add(GoType.UNKNOWN);
    }
  }

  private void arguments(Expression.Call call, GoType type) {
    if (!(types.underlying(type) instanceof GoType.Signature signature)) {
      held.add(GoType.UNKNOWN);
      return;
    }
    List<GoType> parameters = signature.parameters();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      boolean extra = signature.variadic() && i >= parameters.size() - 1;
      if (extra) {
        GoType element = parameters.getLast();
        value(argument, call.spread() ? new GoType.Slice(element) : element);
      } else {
        value(argument, i < parameters.size() ? parameters.get(i) : GoType.UNKNOWN);
      }
    }
  }

  /** A value that becomes one of the given type. */
  private void value(Expression expression, GoType type) {
    Expression value = unparenthesized(expression);
    GoType form = types.underlying(type);
    if (function.typeOf(value) == GoType.Basic.UNTYPED_NIL) {
      return;
    }
    if (isInterface(form)) {
      held.add(type);
      return;
    }
    boolean constant = !(types.constant(function.unit(), value) instanceof Constant.Unknown);
    if (constant || isFunction(value)) {
      return;
    }
    if (value instanceof Expression.CompositeLiteral literal) {
      switch (form) {
        case GoType.Struct struct -> fields(literal, struct);
        case GoType.Array array -> elements(literal, array.element());
        case GoType.Slice slice -> elements(literal, slice.element());
        default -> held.add(type);
      }
      return;
    }
    held.add(type);
  }

  private static boolean isInterface(GoType form) {
    return form instanceof GoType.Interface || form instanceof GoType.PredeclaredInterface;
  }

  private void fields(Expression.CompositeLiteral literal, GoType.Struct struct) {
    List<GoType.StructField> fields = struct.fields();
    for (int i = 0; i < literal.elements().size(); i++) {
      Expression element = literal.elements().get(i);
      if (element instanceof Expression.KeyValue pair) {
        value(
            pair.value(),
            fields.stream()
                .filter(
                    field ->
                        pair.key() instanceof Expression.Identifier name
                            && field.name().equals(name.name()))
                .map(GoType.StructField::type)
                .findFirst()
                .orElse(GoType.UNKNOWN));
      } else {
        value(element, i < fields.size() ? fields.get(i).type() : GoType.UNKNOWN);
      }
    }
  }

  private void elements(Expression.CompositeLiteral literal, GoType element) {
    for (Expression each : literal.elements()) {
      value(each instanceof Expression.KeyValue pair ? pair.value() : each, element);
    }
  }

  private boolean isFunction(Expression expression) {
    return expression instanceof Expression.Identifier identifier
        && function.unit().entity(identifier) instanceof Entity.Function;
  }

  private static Expression unparenthesized(Expression expression) {
    Expression result = expression;
    while (result instanceof Expression.Parenthesized parenthesized) {
      result = parenthesized.inner();
    }
    return result;
  }
}
