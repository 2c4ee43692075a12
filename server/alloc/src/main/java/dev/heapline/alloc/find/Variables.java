package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.VariableSymbol;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The local variables of one top-level declaration. */
final class Variables {
  private final Facts facts;
  private final Map<VariableSymbol, Variable> all = new LinkedHashMap<>();
  private final Map<VariableSymbol, LoopRange> ranges = new HashMap<>(2);
  private final List<Clause> clauses = new ArrayList<>(0);

  /** The variable of {@code switch x := y.(type)} is declared in each clause anew. */
  private record Clause(String name, Statement.CaseClause clause, Context context) {}

  /**
   * What a loop lets its variable be.
   *
   * @param past one more than the largest value; absent where there is none
   * @param inclusive whether the end itself is reached
   */
  record LoopRange(Expression past, boolean inclusive) {}

  Variables(Facts facts) {
    this.facts = facts;
  }

  /** {@return the local variable that an expression names} */
  Optional<Variable> named(Expression expression) {
    return Syntax.unparenthesized(expression) instanceof Expression.Identifier name
            && facts.symbol(name).orElse(null) instanceof VariableSymbol symbol
        ? Optional.ofNullable(all.get(symbol))
        : Optional.empty();
  }

  void use(Expression.Identifier name, Context context) {
    if (facts.symbol(name).orElse(null) instanceof VariableSymbol symbol && !symbol.isField()) {
      variable(symbol, context).use(name, context);
    }
  }

  /** {@return what is known of a variable that is named here} */
  Variable variable(VariableSymbol symbol, Context context) {
    return all.computeIfAbsent(symbol, each -> new Variable(each, context));
  }

  /**
   * Notices an assignment, which happens at a place; the target may be anything that can be
   * assigned to.
   */
  void assign(Expression target, int at, Expression value, Context context) {
    if (Syntax.unparenthesized(target) instanceof Expression.Identifier name
        && facts.symbol(name).orElse(null) instanceof VariableSymbol symbol
        && !symbol.isField()) {
      variable(symbol, context).assign(name, at, value, context);
    }
  }

  /** Notices that the address of a variable is taken. */
  void address(Expression.Identifier name, Context context) {
    if (facts.symbol(name).orElse(null) instanceof VariableSymbol symbol && !symbol.isField()) {
      variable(symbol, context).address();
    }
  }

  /** Notices a variable of a loop, each turn of which has its own. */
  void loop(Expression.Identifier name, Context context, int depth) {
    if (facts.symbol(name).orElse(null) instanceof VariableSymbol symbol && !symbol.isField()) {
      variable(symbol, context).loop(depth);
    }
  }

  void limit(Expression.Identifier name, LoopRange range) {
    if (facts.symbol(name).orElse(null) instanceof VariableSymbol symbol) {
      ranges.put(symbol, range);
    }
  }

  Optional<LoopRange> range(Variable variable) {
    return Optional.ofNullable(ranges.get(variable.symbol()));
  }

  void declareIn(Statement.CaseClause clause, String name, Context context) {
    clauses.add(new Clause(name, clause, context));
  }

  /** To be called when the whole declaration was walked. */
  void finish() {
    for (var each : clauses) {
      for (var variable : all.values()) {
        var clause = each.clause();
        if (variable.symbol().name().equals(each.name())
            && clause.colon() < variable.start()
            && variable.start() < clause.end()
            && isImplicit(variable)) {
          int place =
              clause.expressions().isEmpty()
                  ? clause.start()
                  : clause.expressions().getLast().end();
          variable.declareAt(place, each.context());
        }
      }
    }
  }

  /** A variable that a name declares is assigned there, or declared without a value. */
  private static boolean isImplicit(Variable variable) {
    return variable.firstValue() instanceof Expression.Absent;
  }

  Collection<Variable> all() {
    return all.values();
  }
}
