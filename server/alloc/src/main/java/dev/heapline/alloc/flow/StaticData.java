package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;

/**
 * First values of package variables: literals of structs, arrays and slices, pointers to them,
 * bytes of constant strings and errors with constant texts are laid out by the linker, even where
 * some of their parts are computed when the program starts.
 */
final class StaticData {
  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Types types;

  StaticData(FunctionFlow function, ExpressionFlow expressions) {
    this.function = function;
    this.expressions = expressions;
    this.types = function.types();
  }

  void initialize(Expression value, Hole hole) {
    switch (value) {
      case Expression.Parenthesized each -> initialize(each.inner(), hole);
      case Expression.Unary each
          when each.operator() == Token.AND
              && each.operand() instanceof Expression.CompositeLiteral literal ->
          literal(literal, function.typeOf(literal), hole);
      case Expression.CompositeLiteral literal -> literal(literal, function.typeOf(literal), hole);
      case Expression.Call call when isLaidOut(call) -> {}
      case Expression.Call call when types.isType(function.unit(), call.function()) ->
          // Perhaps of a constant whose value is not known here.
          expressions.discard(value);
      default -> expressions.value(value, hole);
    }
  }

  /** {@return whether it is a conversion of a constant, or {@code errors.New} of one} */
  private boolean isLaidOut(Expression.Call call) {
    return call.arguments().size() == 1
        && (types.isType(function.unit(), call.function()) || isNewError(call.function()))
        && !(types.constant(function.unit(), call.arguments().getFirst())
            instanceof Constant.Unknown);
  }

  private boolean isNewError(Expression callee) {
    return callee instanceof Expression.Selector selector
        && selector.name().name().equals("New")
        && selector.operand() instanceof Expression.Identifier identifier
        && function.unit().entity(identifier) instanceof Entity.ImportedPackage imported
        && imported.path().equals("errors");
  }

  private void literal(Expression.CompositeLiteral literal, GoType type, Hole hole) {
    switch (types.underlying(type)) {
      case GoType.Struct _, GoType.Array _, GoType.Slice _, GoType.Pointer _ -> {
        GoType element = element(types.underlying(type));
        for (Expression each : literal.elements()) {
          Expression value = each instanceof Expression.KeyValue pair ? pair.value() : each;
          if (value instanceof Expression.CompositeLiteral inner
              && inner.type() instanceof Expression.Absent) {
            literal(inner, element, hole);
          } else {
            initialize(value, hole);
          }
        }
      }
      case GoType.Map _ -> expressions.assign(literal, type, hole);
      default ->
          literal
              .elements()
              .forEach(
                  each ->
                      initialize(
                          each instanceof Expression.KeyValue pair ? pair.value() : each, hole));
    }
  }

  private GoType element(GoType type) {
    return switch (type) {
      case GoType.Array array -> array.element();
      case GoType.Slice slice -> slice.element();
      case GoType.Pointer pointer -> element(types.underlying(pointer.element()));
      default -> GoType.UNKNOWN;
    };
  }
}
