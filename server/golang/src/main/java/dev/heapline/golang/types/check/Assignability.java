package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression.Direction;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Type.Term;
import dev.heapline.golang.types.TypeParameter;
import java.util.List;
import java.util.Optional;

/** Which values variables of a type can hold: "Assignability" of the specification. */
final class Assignability {
  private static final Optional<String> NO = Optional.of("");

  private final Checker checker;

  Assignability(Checker checker) {
    this.checker = checker;
  }

  /**
   * {@return why an operand cannot be assigned to a variable of a type: empty where it can, the
   * empty text where there is no more to say}
   */
  Optional<String> check(Operand operand, Type target) {
    if (!operand.isValid() || !Type.isKnown(operand.type) || !Type.isKnown(target)) {
      return Optional.empty();
    }
    Type from = Type.unalias(operand.type);
    Type to = Type.unalias(target);
    if (checker.identical(from, to)) {
      return Optional.empty();
    }
    if (operand.isUntyped()) {
      return untyped(operand, to);
    }
    Type fromUnder = checker.under(from);
    Type toUnder = checker.under(to);
    boolean fromParameter = from instanceof TypeParameter;
    boolean toParameter = to instanceof TypeParameter;
    boolean literal = !Kinds.hasName(from) || !Kinds.hasName(to);
    if (literal && !fromParameter && !toParameter && checker.identical(fromUnder, toUnder)) {
      return Optional.empty();
    }
    if (fromUnder instanceof Type.Unknown || toUnder instanceof Type.Unknown) {
      return Optional.empty();
    }
    if ((toUnder instanceof Interface && !toParameter)
        || checker.implementation.isInterfacePointer(toUnder)) {
      var obstacle = checker.implementation.obstacle(from, to, false);
      if (obstacle.isEmpty() || !fromParameter) {
        return obstacle;
      }
    }
    if (fromUnder instanceof Interface
        && !fromParameter
        && checker.implementation.obstacle(to, from, false).isEmpty()) {
      return Optional.of("need type assertion");
    }
    if (fromUnder instanceof Type.Channel(var direction, var element)
        && direction == Direction.BOTH
        && toUnder instanceof Type.Channel(_, var other)
        && checker.identical(element, other)) {
      return literal ? Optional.empty() : NO;
    }
    if (toParameter && !Kinds.hasName(from)) {
      return toEach(operand, (TypeParameter) to);
    }
    if (fromParameter && !Kinds.hasName(to)) {
      return fromEach(operand, (TypeParameter) from, target);
    }
    return NO;
  }

  private Optional<String> untyped(Operand operand, Type to) {
    if (!(to instanceof TypeParameter parameter)) {
      return checker.untyped.implicit(operand, to).succeeded() ? Optional.empty() : NO;
    }
    var terms = parameter.bound(checker.program).typeSet(checker.program).terms();
    boolean all =
        !terms.isAll()
            && terms.list().stream()
                .allMatch(term -> checker.untyped.implicit(operand, term.type()).succeeded());
    return all ? Optional.empty() : NO;
  }

  private List<Term> terms(TypeParameter parameter) {
    return parameter.bound(checker.program).typeSet(checker.program).terms().list();
  }

  private Optional<String> toEach(Operand operand, TypeParameter to) {
    var terms = terms(to);
    for (var term : terms) {
      var problem = check(operand, term.type());
      if (problem.isPresent()) {
        return Optional.of(
            "cannot assign "
                + checker.text(operand.type)
                + " to "
                + checker.text(term.type())
                + " (in "
                + checker.text(to)
                + ")"
                + more(problem.get()));
      }
    }
    return terms.isEmpty() ? NO : Optional.empty();
  }

  private Optional<String> fromEach(Operand operand, TypeParameter from, Type target) {
    var terms = terms(from);
    for (var term : terms) {
      var member = operand.copy();
      member.type = term.type();
      var problem = check(member, target);
      if (problem.isPresent()) {
        return Optional.of(
            "cannot assign "
                + checker.text(term.type())
                + " (in "
                + checker.text(from)
                + ") to "
                + checker.text(target)
                + more(problem.get()));
      }
    }
    return terms.isEmpty() ? NO : Optional.empty();
  }

  /** {@return the reason of a reason, on a line of its own} */
  static String more(String cause) {
    return cause.isEmpty() ? "" : "\n\t" + cause;
  }
}
