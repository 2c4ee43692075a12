package dev.heapline.golang.flow.control;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import java.util.ArrayList;

/** Conditions: {@code &&}, {@code ||} and {@code !} as edges. */
final class Conditions {
  private final Blocks blocks;

  Conditions(Blocks blocks) {
    this.blocks = blocks;
  }

  /** Evaluates a condition from the end of one block on, and goes to one of two others. */
  void split(int from, Expression condition, int onTrue, int onFalse) {
    var stripped = condition;
    int whenTrue = onTrue;
    int whenFalse = onFalse;
    while (true) {
      if (stripped instanceof Expression.Parenthesized inner) {
        stripped = inner.inner();
      } else if (stripped instanceof Expression.Unary unary && unary.operator() == Token.NOT) {
        stripped = unary.operand();
        int swapped = whenTrue;
        whenTrue = whenFalse;
        whenFalse = swapped;
      } else {
        break;
      }
    }
    if (!(stripped instanceof Expression.Binary binary) || !isLogical(binary.operator())) {
      leaf(from, stripped, whenTrue, whenFalse);
      return;
    }
    // Chains lean to the left and can be very long: the operands of one operator in a loop.
    var operator = binary.operator();
    var operands = new ArrayList<Expression>();
    Expression left = binary;
    while (left instanceof Expression.Binary each && each.operator() == operator) {
      operands.add(each.right());
      left = each.left();
    }
    operands.add(left);
    int start = from;
    for (var operand : operands.subList(1, operands.size()).reversed()) {
      int next = blocks.open(null);
      if (operator == Token.LOGICAL_AND) {
        split(start, operand, next, whenFalse);
      } else {
        split(start, operand, whenTrue, next);
      }
      start = next;
    }
    split(start, operands.getFirst(), whenTrue, whenFalse);
  }

  private static boolean isLogical(Token operator) {
    return operator == Token.LOGICAL_AND || operator == Token.LOGICAL_OR;
  }

  /** The same for a condition that is a node as it stands. */
  void leaf(int from, Expression condition, int onTrue, int onFalse) {
    if (!(condition instanceof Expression.Absent)) {
      blocks.add(from, condition);
    }
    blocks.connect(from, onTrue, EdgeKind.TRUE);
    blocks.connect(from, onFalse, EdgeKind.FALSE);
  }
}
