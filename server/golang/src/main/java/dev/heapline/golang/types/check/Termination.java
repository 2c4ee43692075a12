package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.BuiltinSymbol;
import java.util.List;

/** Whether control can reach the end of a statement: "Terminating statements". */
final class Termination {
  private final Checker checker;

  Termination(Checker checker) {
    this.checker = checker;
  }

  /** {@return whether nothing that follows a statement is reached} */
  boolean ends(Statement statement, String label) {
    return switch (statement) {
      case Statement.ExpressionStatement alone -> isPanic(alone.expression());
      case Statement.Return _ -> true;
      case Statement.Branch branch ->
          branch.keyword() == Token.GOTO || branch.keyword() == Token.FALLTHROUGH;
      case Statement.Block block -> listEnds(block.statements());
      case Statement.Labeled labeled -> ends(labeled.statement(), labeled.label().name());
      case Statement.If condition -> conditionEnds(condition);
      case Statement.For loop ->
          loop.condition() instanceof Expression.Absent && !leaves(loop.body(), label, true);
      case Statement.Switch choice -> clausesEnd(choice.body(), label);
      case Statement.TypeSwitch choice -> clausesEnd(choice.body(), label);
      case Statement.Select select ->
          select.body().statements().stream()
              .allMatch(
                  each ->
                      each instanceof Statement.CommunicationClause clause
                          && listEnds(clause.body())
                          && !anyLeaves(clause.body(), label, true));
      default -> false;
    };
  }

  private boolean conditionEnds(Statement.If statement) {
    var current = statement;
    while (ends(current.body(), "")) {
      if (!(current.otherwise() instanceof Statement.If next)) {
        return ends(current.otherwise(), "");
      }
      current = next;
    }
    return false;
  }

  private boolean isPanic(Expression expression) {
    return Expressions.unparenthesized(expression) instanceof Expression.Call call
        && Expressions.unparenthesized(call.function()) instanceof Expression.Identifier name
        && checker.facts.symbol(name).orElse(null) instanceof BuiltinSymbol(var function)
        && function == Builtin.PANIC
        && call.arguments().size() == 1
        && checker.facts.isKnown(call.arguments().getFirst());
  }

  private boolean listEnds(List<Statement> statements) {
    int last = statements.size() - 1;
    while (last >= 0 && statements.get(last) instanceof Statement.Empty) {
      last--;
    }
    return last >= 0 && ends(statements.get(last), "");
  }

  private boolean clausesEnd(Statement.Block body, String label) {
    boolean hasDefault = false;
    for (var each : body.statements()) {
      if (!(each instanceof Statement.CaseClause clause)
          || !listEnds(clause.body())
          || anyLeaves(clause.body(), label, true)) {
        return false;
      }
      hasDefault |= clause.isDefault();
    }
    return hasDefault;
  }

  private boolean anyLeaves(List<Statement> statements, String label, boolean implicit) {
    for (var each : statements) {
      if (leaves(each, label, implicit)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a {@code break} inside leaves the statement around.
   *
   * @param implicit whether one without a label would
   */
  private boolean leaves(Statement statement, String label, boolean implicit) {
    return switch (statement) {
      case Statement.Branch branch when branch.keyword() == Token.BREAK ->
          branch.label() instanceof Expression.Identifier name
              ? name.name().equals(label)
              : implicit;
      case Statement.Labeled labeled -> leaves(labeled.statement(), label, implicit);
      case Statement.Block block -> anyLeaves(block.statements(), label, implicit);
      case Statement.If condition ->
          leaves(condition.body(), label, implicit)
              || leaves(condition.otherwise(), label, implicit);
      case Statement.CaseClause clause -> anyLeaves(clause.body(), label, implicit);
      case Statement.CommunicationClause clause -> anyLeaves(clause.body(), label, implicit);
      case Statement.Switch choice -> !label.isEmpty() && leaves(choice.body(), label, false);
      case Statement.TypeSwitch choice -> !label.isEmpty() && leaves(choice.body(), label, false);
      case Statement.Select select -> !label.isEmpty() && leaves(select.body(), label, false);
      case Statement.For loop -> !label.isEmpty() && leaves(loop.body(), label, false);
      case Statement.Range loop -> !label.isEmpty() && leaves(loop.body(), label, false);
      default -> false;
    };
  }
}
