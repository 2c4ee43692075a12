package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeSymbol;
import java.util.ArrayList;
import java.util.List;

/** Types that would contain themselves, and so have no size. */
final class Validity {
  private final Checker checker;
  private final List<TypeSymbol> active = new ArrayList<>(4);
  private final List<Type> passed = new ArrayList<>(4);

  private Validity(Checker checker) {
    this.checker = checker;
  }

  static void check(Checker checker, Named type, Identifier name) {
    var validity = new Validity(checker);
    if (checker.scope.isRecursive(type.symbol())) {
      return;
    }
    if (validity.contains(type, type.symbol())) {
      checker.scope.addRecursive(validity.active);
      checker.error(name, "invalid recursive type " + name.name());
    }
  }

  private boolean contains(Type type, TypeSymbol wanted) {
    return switch (Type.unalias(type)) {
      case Named named -> {
        if (active.contains(named.symbol())) {
          yield named.symbol() == wanted && !active.isEmpty();
        }
        if (passed.contains(named)) {
          yield false;
        }
        active.add(named.symbol());
        boolean found = contains(checker.under(named), wanted);
        if (found) {
          yield true;
        }
        active.removeLast();
        passed.add(named);
        yield false;
      }
      case Type.Array(_, var element) -> contains(element, wanted);
      case Struct struct -> {
        for (var field : struct.fields()) {
          if (contains(field.type(), wanted)) {
            yield true;
          }
        }
        yield false;
      }
      case Interface declared -> {
        for (Type element : declared.embedded()) {
          if (contains(element, wanted)) {
            yield true;
          }
        }
        yield false;
      }
      case Type.Union(var terms) -> {
        for (var term : terms) {
          if (contains(term.type(), wanted)) {
            yield true;
          }
        }
        yield false;
      }
      default -> false;
    };
  }
}
