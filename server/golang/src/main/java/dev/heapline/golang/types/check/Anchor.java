package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;

/**
 * Where the compiler's tree says that an expression is: at what makes it one, such as an operator
 * or a bracket. Most errors stand at the start of an expression, some here.
 */
final class Anchor {
  private Anchor() {}

  static int of(Expression expression) {
    return switch (expression) {
      case Expression.Binary binary -> binary.operatorOffset();
      case Expression.Call call -> call.leftParenthesis();
      case Expression.Selector selector -> selector.operand().end();
      case Expression.Index index -> index.operand().end();
      case Expression.Slice slice -> slice.operand().end();
      case Expression.TypeAssertion assertion -> assertion.operand().end();
      case Expression.CompositeLiteral literal -> literal.leftBrace();
      default -> expression.start();
    };
  }
}
