package dev.heapline.alloc.scope;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import java.util.List;
import java.util.function.BiConsumer;

/** The entities that specifications declare, at the top level and inside functions alike. */
final class Declared {
  private Declared() {}

  static void constants(
      Declaration.Constants declaration, Unit unit, BiConsumer<String, Entity> declare) {
    Expression type = Expression.ABSENT;
    List<Expression> values = List.of();
    int iota = 0;
    for (Specification.Value specification : declaration.specifications()) {
      if (!specification.values().isEmpty()) {
        type = specification.type();
        values = specification.values();
      }
      int position = 0;
      for (Expression.Identifier identifier : specification.names()) {
        Expression value = position < values.size() ? values.get(position) : Expression.ABSENT;
        declare.accept(identifier.name(), new Entity.DeclaredConstant(unit, type, value, iota));
        position++;
      }
      iota++;
    }
  }

  static void variables(
      Specification.Value specification,
      Entity.Role role,
      Unit unit,
      BiConsumer<String, Entity> declare) {
    for (int i = 0; i < specification.names().size(); i++) {
      Expression.Identifier identifier = specification.names().get(i);
      declare.accept(
          identifier.name(),
          variable(
              unit,
              role,
              identifier,
              specification.type(),
              specification.values(),
              i,
              specification.names().size()));
    }
  }

  /** {@return the i-th of {@code count} variables that get the given values} */
  static Entity.Variable variable(
      Unit unit,
      Entity.Role role,
      Expression.Identifier identifier,
      Expression type,
      List<Expression> values,
      int i,
      int count) {
    if (values.size() == 1 && count > 1) {
      return new Entity.Variable(unit, role, identifier, type, values.getFirst(), i);
    }
    Expression value = i < values.size() ? values.get(i) : Expression.ABSENT;
    return new Entity.Variable(unit, role, identifier, type, value, -1);
  }

  static Entity.TypeName type(Specification.Type specification, Unit unit) {
    return new Entity.TypeName(
        unit,
        specification.name().name(),
        specification.typeParameters(),
        specification.alias(),
        false,
        specification.type());
  }
}
