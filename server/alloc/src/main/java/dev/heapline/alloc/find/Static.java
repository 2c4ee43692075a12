package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;

/**
 * First values of package variables that the linker lays out, even where some of their parts are
 * computed when the program starts.
 *
 * @see <a href="https://go.dev/src/cmd/compile/internal/staticinit/sched.go">staticinit</a>
 */
final class Static {
  static final int DEEPEST = 500;

  private final Scan scan;

  Static(Scan scan) {
    this.scan = scan;
  }

  /** Marks what is laid out of the first value of a package variable. */
  void mark(Expression expression) {
    mark(expression, 0);
  }

  /** {@return whether a value is a constant, or a struct or array of such} */
  static boolean isStatic(Scan scan, Expression expression) {
    return isStatic(scan, expression, 0);
  }

  private static boolean isStatic(Scan scan, Expression expression, int depth) {
    var value = Syntax.unparenthesized(expression);
    if (value instanceof Expression.CompositeLiteral literal && depth < DEEPEST) {
      return (scan.form(literal) instanceof Struct || scan.form(literal) instanceof Type.Array)
          && literal.elements().stream()
              .allMatch(each -> isStatic(scan, Syntax.value(each), depth + 1));
    }
    return scan.constant(value).isPresent() || scan.isNil(value);
  }

  private void mark(Expression expression, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (expression) {
      case Expression.Parenthesized each -> mark(each.inner(), depth + 1);
      case Expression.Unary each
          when each.operator() == Token.AND
              && Syntax.unparenthesized(each.operand())
                  instanceof Expression.CompositeLiteral literal
              && !(scan.form(literal) instanceof Type.Map) -> {
        scan.markStatic(each);
        mark(literal, depth + 1);
      }
      case Expression.CompositeLiteral literal -> literal(literal, depth);
      case Expression.Call call
          when scan.isType(call.function())
              && call.arguments().size() == 1
              && scan.constant(call.arguments().getFirst()).isPresent() ->
          scan.markStatic(call);
      case Expression.Call call when scan.isType(call.function()) && call.arguments().size() == 1 ->
          mark(call.arguments().getFirst(), depth + 1);
      default -> {}
    }
  }

  private void literal(Expression.CompositeLiteral literal, int depth) {
    Type form = scan.form(literal);
    if (form instanceof Type.Pointer(var element)) {
      form = scan.layouts().form(element);
    }
    if (form instanceof Struct || form instanceof Type.Array || form instanceof Type.Slice) {
      scan.markStatic(literal);
      literal.elements().forEach(each -> mark(Syntax.value(each), depth + 1));
    }
  }
}
