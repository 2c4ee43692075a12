package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Expression;

/** What can be told of expressions without types. */
final class Syntax {
  private Syntax() {}

  static Expression unparenthesized(Expression expression) {
    var current = expression;
    while (current instanceof Expression.Parenthesized each) {
      current = each.inner();
    }
    return current;
  }

  /** {@return the value of an element of a composite literal} */
  static Expression value(Expression element) {
    return element instanceof Expression.KeyValue pair ? pair.value() : element;
  }
}
