package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import java.util.ArrayDeque;

/**
 * First values of package variables that the linker lays out, even where some of their parts are
 * computed when the program starts.
 *
 * @see <a href="https://go.dev/src/cmd/compile/internal/staticinit/sched.go">staticinit</a>
 */
final class Static {
  static final int DEEPEST = 500;

  /** {@code wrapGlobalMapInitSizeThreshold} of the compiler. */
  private static final int MADE_APART = 20;

  private final Scan scan;

  Static(Scan scan) {
    this.scan = scan;
  }

  /** Marks what is laid out of the first value of a package variable. */
  void mark(Expression expression) {
    mark(expression, 0);
    if (Syntax.unparenthesized(expression) instanceof Expression.CompositeLiteral literal
        && scan.form(literal) instanceof Type.Map
        && weighs(literal) > MADE_APART) {
      scan.markMadeApart(literal);
    }
  }

  /** {@return how many nodes a literal has, counted up to the bound} */
  private static int weighs(Expression.CompositeLiteral literal) {
    int nodes = 0;
    var stack = new ArrayDeque<Node>();
    stack.push(literal);
    while (!stack.isEmpty() && nodes <= MADE_APART) {
      nodes++;
      Children.forEach(stack.pop(), stack::push);
    }
    return nodes;
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
