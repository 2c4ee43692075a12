package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * The type of a receiver, taken apart.
 *
 * @param base the name of the type
 * @param parameters the type parameters that it declares
 */
record ReceiverSyntax(
    boolean pointer, Expression base, boolean isGeneric, List<Expression.Identifier> parameters) {

  static ReceiverSyntax of(Expression type) {
    Expression rest = Expressions.unparenthesized(type);
    boolean pointer = rest instanceof Expression.Star;
    if (rest instanceof Expression.Star star) {
      rest = Expressions.unparenthesized(star.operand());
    }
    if (!(rest instanceof Expression.Index index)) {
      return new ReceiverSyntax(pointer, rest, false, List.of());
    }
    var parameters = new ArrayList<Expression.Identifier>();
    for (var each : index.indices()) {
      if (each instanceof Expression.Identifier name) {
        parameters.add(name);
      }
    }
    return new ReceiverSyntax(
        pointer, Expressions.unparenthesized(index.operand()), true, List.copyOf(parameters));
  }
}
