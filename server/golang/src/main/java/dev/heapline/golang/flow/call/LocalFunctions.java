package dev.heapline.golang.flow.call;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.NilSymbol;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which functions the local variables of a declaration hold.
 *
 * <p>No other declaration can name them: all that is ever assigned to them is seen in one walk.
 */
final class LocalFunctions {
  private final Denotation denotation;
  private final Map<VariableSymbol, List<Expression>> assigned = new HashMap<>(0);
  private final Set<VariableSymbol> unknown = new HashSet<>(0);
  private final Map<Integer, VariableSymbol> calls = new HashMap<>(0);

  LocalFunctions(Denotation denotation) {
    this.denotation = denotation;
  }

  void assign(List<Expression> left, List<Expression> right, Token operator) {
    boolean each =
        left.size() == right.size() && (operator == Token.ASSIGN || operator == Token.DEFINE);
    for (int i = 0; i < left.size(); i++) {
      if (each) {
        assign(left.get(i), right.get(i));
      } else {
        forget(left.get(i));
      }
    }
  }

  void declare(Specification.Value value) {
    for (int i = 0; i < value.names().size(); i++) {
      if (value.values().size() == value.names().size()) {
        assign(value.names().get(i), value.values().get(i));
      } else if (!value.values().isEmpty()) {
        forget(value.names().get(i));
      } else {
        // The zero value is no function.
        variable(value.names().get(i))
            .ifPresent(each -> assigned.computeIfAbsent(each, _ -> new ArrayList<>(1)));
      }
    }
  }

  /** Notices that something is operated on: who has a variable's address may assign to it. */
  void operate(Expression.Unary unary) {
    if (unary.operator() == Token.AND) {
      forget(unary.operand());
    }
  }

  /** Notices that nothing is known of what a variable holds. */
  void forget(Expression expression) {
    variable(expression).ifPresent(unknown::add);
  }

  /** Remembers which variable a call calls. */
  void call(int expression, VariableSymbol variable) {
    calls.put(expression, variable);
  }

  private void assign(Expression target, Expression value) {
    variable(target)
        .ifPresent(
            variable -> assigned.computeIfAbsent(variable, _ -> new ArrayList<>(1)).add(value));
  }

  private Optional<VariableSymbol> variable(Expression expression) {
    var symbol = denotation.symbol(Denotation.unparenthesized(expression));
    return symbol instanceof VariableSymbol variable && !variable.isField()
        ? Optional.of(variable)
        : Optional.empty();
  }

  /** {@return a call, with its targets where it calls a variable that holds nothing else} */
  CallSite resolve(CallSite site) {
    var variable = calls.get(site.expression());
    if (variable == null) {
      return site;
    }
    var targets = new LinkedHashSet<Callable>();
    boolean complete = collect(variable, targets, new HashSet<>());
    return new CallSite(
        site.expression(),
        site.offset(),
        complete ? kind(targets) : CallSite.Kind.VALUE,
        site.manner(),
        complete ? List.copyOf(targets) : site.targets(),
        site.type());
  }

  private static CallSite.Kind kind(Set<Callable> targets) {
    return targets.size() == 1 && targets.iterator().next() instanceof Callable.Abstract
        ? CallSite.Kind.INTERFACE
        : CallSite.Kind.LOCAL;
  }

  /** Whether all that a variable may hold is collected. */
  private boolean collect(VariableSymbol variable, Set<Callable> found, Set<VariableSymbol> seen) {
    if (!seen.add(variable)) {
      return true;
    }
    var values = assigned.get(variable);
    if (variable.kind() != VariableSymbol.Kind.LOCAL
        || values == null
        || unknown.contains(variable)) {
      return false;
    }
    boolean complete = true;
    for (var each : values) {
      var value = denotation.function(each);
      var callable = denotation.callable(value);
      if (callable.isPresent()) {
        found.add(callable.get());
      } else if (denotation.symbol(value) instanceof VariableSymbol other && !other.isField()) {
        complete &= collect(other, found, seen);
      } else {
        complete &= denotation.symbol(value) instanceof NilSymbol;
      }
    }
    return complete;
  }
}
