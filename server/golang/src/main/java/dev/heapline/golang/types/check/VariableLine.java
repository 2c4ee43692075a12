package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.CommentGroup;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One line of a package's variable declaration. */
final class VariableLine {
  private final Site site;
  private final Specification.Value specification;
  private final List<Resolution<Type>> types = new ArrayList<>();
  private final List<Set<Symbol>> dependencies = new ArrayList<>();
  private boolean completed;

  VariableLine(Site site, Specification.Value specification) {
    this.site = site;
    this.specification = specification;
    int names = specification.names().size();
    for (int i = 0; i < names; i++) {
      dependencies.add(Set.of());
    }
    boolean shared =
        !(specification.type() instanceof Expression.Absent)
            || (specification.values().size() == 1 && names > 1);
    if (shared) {
      // One type, or one call, for all names.
      var together =
          new Resolution<>(site.scope(), this::together, List.<Type>of(), () -> cycle(0));
      for (int i = 0; i < names; i++) {
        int place = i;
        types.add(
            new Resolution<>(
                site.scope(), () -> at(together.get(), place), Type.UNKNOWN, () -> cycle(place)));
      }
    } else {
      for (int i = 0; i < names; i++) {
        int place = i;
        types.add(
            new Resolution<>(site.scope(), () -> alone(place), Type.UNKNOWN, () -> cycle(place)));
      }
    }
  }

  Site site() {
    return site;
  }

  Specification.Value specification() {
    return specification;
  }

  Type type(int place) {
    return types.get(place).get();
  }

  /** {@return whether the type of a name was found out} */
  boolean isKnown(int place) {
    return types.get(place).known().isPresent();
  }

  private static Type at(List<Type> all, int place) {
    return place < all.size() ? all.get(place) : Type.UNKNOWN;
  }

  private void cycle(int place) {
    var name = specification.names().get(place);
    site.checker().error(name, "initialization cycle: " + name.name() + " refers to itself");
  }

  Set<Symbol> dependencies(int place) {
    return dependencies.get(place);
  }

  /** {@return what checks the value of a name, whose dependencies are the name's} */
  private Checker checker(int place) {
    var checker = site.checker();
    dependencies.set(place, checker.dependencies);
    return checker;
  }

  /** {@return what checks the value of all names} */
  private Checker sharedChecker() {
    var checker = site.checker();
    dependencies.replaceAll(_ -> checker.dependencies);
    return checker;
  }

  private boolean isTyped() {
    return !(specification.type() instanceof Expression.Absent);
  }

  /** Takes over what was found out of the same line in the version before. */
  synchronized void keep(VariableLine before) {
    for (int i = 0; i < types.size(); i++) {
      types.get(i).keep(before.types.get(i));
      dependencies.set(i, before.dependencies.get(i));
    }
    completed = before.completed;
  }

  /** {@return this line without its syntax, once all was found out} */
  VariableLine settled(Site without) {
    var names =
        new Specification.Value(
            0,
            0,
            CommentGroup.NONE,
            specification.names(),
            Expression.ABSENT,
            List.of(),
            CommentGroup.NONE);
    var settled = new VariableLine(without, names);
    settled.completed = true;
    for (int i = 0; i < types.size(); i++) {
      settled.types.get(i).keep(types.get(i));
    }
    return settled;
  }

  private List<Type> together() {
    var checker = sharedChecker();
    if (isTyped()) {
      Type type = checker.types.variableType(specification.type());
      return specification.names().stream().map(_ -> type).toList();
    }
    return checker.assignments.initial(specification.names(), specification.values(), "assignment");
  }

  private Type alone(int place) {
    var checker = checker(place);
    if (place >= specification.values().size()) {
      return Type.UNKNOWN;
    }
    var operand = new Operand();
    checker.expressions.single(null, operand, specification.values().get(place));
    return checker.assignments.initialVariable(operand, null, "variable declaration");
  }

  /** Checks the values where the type is declared, and that there is one for each name. */
  synchronized void complete() {
    if (completed) {
      return;
    }
    completed = true;
    site.scope().enter();
    try {
      var checker = site.checker();
      var names = specification.names();
      var values = specification.values();
      if (isTyped() && !values.isEmpty()) {
        Type type = type(0);
        if (values.size() == 1 && names.size() > 1) {
          sharedChecker().assignments.initialTyped(names, type, values);
        } else {
          for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
            var operand = new Operand();
            var own = checker(i);
            own.expressions.single(
                own.targets.of(type, names.get(i).name()), operand, values.get(i));
            own.assignments.initialVariable(operand, type, "variable declaration");
          }
        }
      }
      checker.assignments.checkArity(specification);
    } finally {
      site.scope().leave();
    }
  }
}
