package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Unit;
import dev.heapline.golang.syntax.Expression;

/**
 * Where the compiler places an expression in its messages, and where a profile charges it: at its
 * operator, bracket, brace or dot, not at its first byte.
 */
final class Anchors {
  private Anchors() {}

  /** {@return the offset relative to the top-level declaration} */
  static int of(Unit unit, Expression expression) {
    return switch (expression) {
      case Expression.Call call -> call.leftParenthesis();
      case Expression.CompositeLiteral literal -> literal.leftBrace();
      case Expression.Binary binary -> binary.operatorOffset();
      case Expression.Selector selector -> after(unit, selector.operand(), '.');
      case Expression.TypeAssertion assertion -> after(unit, assertion.operand(), '.');
      case Expression.Index index -> after(unit, index.operand(), '[');
      case Expression.Slice slice -> after(unit, slice.operand(), '[');
      default -> expression.start();
    };
  }

  private static int after(Unit unit, Expression operand, char mark) {
    byte[] bytes = unit.file().source().bytes();
    int limit = Math.min(bytes.length, unit.absolute(operand.end()) + 1000);
    for (int i = unit.absolute(operand.end()); i < limit; i++) {
      if (bytes[i] == mark) {
        return i - unit.top().offset();
      }
    }
    return operand.start();
  }
}
