package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.check.Selection;
import java.util.Optional;

/** Fields of structs and elements of arrays, as parts of the variables that hold them. */
final class Parts {
  private final Scan scan;

  Parts(Scan scan) {
    this.scan = scan;
  }

  /** {@return the variable that an expression is a part of, if no pointer lies between} */
  Optional<Expression.Identifier> variable(Expression expression) {
    var current = Syntax.unparenthesized(expression);
    while (true) {
      switch (current) {
        case Expression.Selector selector when isPart(selector) ->
            current = Syntax.unparenthesized(selector.operand());
        case Expression.Index index when scan.form(index.operand()) instanceof Type.Array ->
            current = Syntax.unparenthesized(index.operand());
        case Expression.Identifier name -> {
          return Optional.of(name);
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }

  private boolean isPart(Expression.Selector selector) {
    boolean indirect = scan.facts().selection(selector).map(Selection::indirect).orElse(true);
    return !indirect && !(scan.form(selector.operand()) instanceof Type.Pointer);
  }
}
