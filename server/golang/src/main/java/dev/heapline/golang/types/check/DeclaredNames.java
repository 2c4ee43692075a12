package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that others may ask a declaration by. */
final class DeclaredNames {
  private DeclaredNames() {}

  /** {@return the names that a declaration declares; for a method, its receiver's base type} */
  static List<String> of(Declaration declaration) {
    var names = new ArrayList<String>(1);
    switch (declaration) {
      case Declaration.Constants constants -> values(constants.specifications(), names);
      case Declaration.Variables variables -> values(variables.specifications(), names);
      case Declaration.Types types ->
          types.specifications().forEach(each -> names.add(each.name().name()));
      case Declaration.Function function -> {
        if (!function.receiver().isPresent()) {
          names.add(function.name().name());
        } else if (!function.receiver().fields().isEmpty()) {
          base(function.receiver().fields().getFirst().type()).ifPresent(names::add);
        }
      }
      case Declaration.Imports _, Declaration.Bad _ -> {}
    }
    // Nobody can ask for these.
    names.removeIf(name -> name.equals("_") || name.equals("init"));
    return names;
  }

  private static void values(List<Specification.Value> lines, List<String> names) {
    lines.forEach(line -> line.names().forEach(name -> names.add(name.name())));
  }

  /** {@return the name in the middle of a receiver's or an alias's type} */
  static Optional<String> base(Expression type) {
    Expression rest = Expressions.unparenthesized(type);
    while (true) {
      switch (rest) {
        case Expression.Star star -> rest = Expressions.unparenthesized(star.operand());
        case Expression.Index index -> rest = Expressions.unparenthesized(index.operand());
        case Expression.Identifier name -> {
          return Optional.of(name.name());
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }
}
