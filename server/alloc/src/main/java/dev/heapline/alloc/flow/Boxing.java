package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Layout;
import dev.heapline.alloc.type.Ternary;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import java.util.Optional;

/** Values that are put into interfaces. */
final class Boxing {
  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Types types;

  Boxing(FunctionFlow function, ExpressionFlow expressions) {
    this.function = function;
    this.expressions = expressions;
    this.types = function.types();
  }

  /** Evaluates an expression that becomes an interface value, unless it is one already. */
  void value(Expression expression, Hole hole) {
    GoType type = types.defaulted(function.typeOf(expression));
    Ternary isInterface = types.isInterface(type);
    Ternary single = pointerShaped(type);
    if (isInterface == Ternary.YES || (isInterface == Ternary.NO && single == Ternary.YES)) {
      expressions.value(expression, hole);
      return;
    }
    if (isInterface == Ternary.UNKNOWN || single == Ternary.UNKNOWN) {
      // Boxed or not, its address or its value goes there: only what is made here is certain.
      expressions.value(expression, madeHere(expression) ? hole : function.graph().discard());
      return;
    }
    if (needsNoBox(expression, type)) {
      expressions.discard(expression);
      return;
    }
    Candidate site =
        function.site(Kind.BOX, expression, Anchors.of(function.unit(), expression), type);
    site.size(function.sizes().of(type));
    constantVariable(expression).ifPresent(site::constantWith);
    Location box = function.storage(site, hole);
    expressions.value(expression, new Hole(box, 0, hole.why()));
  }

  private static boolean madeHere(Expression expression) {
    return expression instanceof Expression.Call;
  }

  /** Constants lie in read-only memory, single bytes in a table, and nothing takes no space. */
  private boolean needsNoBox(Expression expression, GoType type) {
    if (type == GoType.Basic.UNTYPED_NIL || isStatic(expression)) {
      return true;
    }
    Optional<Layout> layout = types.layout(type);
    return layout.isPresent() && (layout.get().size() == 0 || singleByte(type));
  }

  private boolean singleByte(GoType type) {
    return switch (types.underlying(type)) {
      case GoType.Basic basic ->
          basic == GoType.Basic.BOOL || basic == GoType.Basic.INT8 || basic == GoType.Basic.UINT8;
      case GoType.Struct struct ->
          struct.fields().size() == 1 && singleByte(struct.fields().getFirst().type());
      case GoType.Array array ->
          array.length().isPresent()
              && array.length().getAsLong() == 1
              && singleByte(array.element());
      default -> false;
    };
  }

  /** {@return whether the value is a constant, or a struct or array of such} */
  private boolean isStatic(Expression expression) {
    return switch (expression) {
      case Expression.Parenthesized each -> isStatic(each.inner());
      case Expression.KeyValue each -> isStatic(each.value());
      case Expression.CompositeLiteral literal -> isStaticLiteral(literal);
      default -> !(types.constant(function.unit(), expression) instanceof Constant.Unknown);
    };
  }

  private boolean isStaticLiteral(Expression.CompositeLiteral literal) {
    GoType type = types.underlying(function.typeOf(literal));
    boolean flat = type instanceof GoType.Struct || type instanceof GoType.Array;
    return (flat || literal.type() instanceof Expression.Absent)
        && literal.elements().stream().allMatch(this::isStatic);
  }

  /** {@return the variable whose first value, a constant, is what the expression stands for} */
  private Optional<Entity.Variable> constantVariable(Expression expression) {
    return function
        .local(expression)
        .filter(
            variable ->
                variable.role() == Entity.Role.LOCAL
                    && variable.position() < 0
                    && !(types.constant(variable.unit(), variable.value())
                        instanceof Constant.Unknown));
  }

  /** {@return whether the type is a single pointer, which an interface holds as it is} */
  Ternary pointerShaped(GoType type) {
    return switch (types.underlying(type)) {
      case GoType.Pointer _, GoType.Map _, GoType.Channel _, GoType.Signature _ -> Ternary.YES;
      case GoType.Basic basic -> Ternary.of(basic == GoType.Basic.UNSAFE_POINTER);
      case GoType.Struct struct ->
          struct.fields().size() == 1
              ? pointerShaped(struct.fields().getFirst().type())
              : Ternary.NO;
      case GoType.Array array ->
          array.length().isPresent() && array.length().getAsLong() != 1
              ? Ternary.NO
              : pointerShaped(array.element());
      case GoType.Imported imported when types.layout(imported).isPresent() -> Ternary.NO;
      case GoType.Imported _, GoType.Parameter _, GoType.Unknown _ -> Ternary.UNKNOWN;
      default -> Ternary.NO;
    };
  }
}
