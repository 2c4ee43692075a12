package dev.heapline.alloc.find;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantArithmetic;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements that the compiler leaves out since conditions are constant, or what stands before them
 * never lets go on.
 *
 * @see <a href="https://go.dev/src/cmd/compile/internal/noder/writer.go">staticBool and
 *     terminates</a>
 */
final class Conditions {
  private final Facts facts;

  Conditions(Facts facts) {
    this.facts = facts;
  }

  /** {@return what a condition always is; empty where that depends} */
  Optional<Boolean> value(Expression condition) {
    if (facts.value(condition).orElse(null) instanceof Constant.Bool(var value)) {
      return Optional.of(value);
    }
    return switch (condition) {
      case Expression.Parenthesized each -> value(each.inner());
      case Expression.Unary each when each.operator() == Token.NOT ->
          value(each.operand()).map(it -> !it);
      case Expression.Binary each when each.operator() == Token.LOGICAL_AND -> both(each, false);
      case Expression.Binary each when each.operator() == Token.LOGICAL_OR -> both(each, true);
      default -> Optional.empty();
    };
  }

  /** One operand decides alone if it has the decisive value, else both together. */
  private Optional<Boolean> both(Expression.Binary binary, boolean decisive) {
    var left = value(binary.left());
    if (left.equals(Optional.of(decisive))) {
      return left;
    }
    var right = value(binary.right());
    return left.isPresent() || right.equals(Optional.of(decisive)) ? right : Optional.empty();
  }

  /** {@return the clauses of a switch that are compiled} */
  List<Statement.CaseClause> compiled(Statement.Switch statement) {
    var clauses = new ArrayList<Statement.CaseClause>();
    for (var each : statement.body().statements()) {
      if (each instanceof Statement.CaseClause clause) {
        clauses.add(clause);
      }
    }
    Optional<Constant> tag =
        statement.tag() instanceof Expression.Absent
            ? Optional.of(new Constant.Bool(true))
            : facts.value(statement.tag());
    return tag.flatMap(value -> only(clauses, value)).orElse(clauses);
  }

  /** {@return the clause that a constant chooses, or none; empty where that is not certain} */
  private Optional<List<Statement.CaseClause>> only(
      List<Statement.CaseClause> clauses, Constant tag) {
    List<Statement.CaseClause> chosen = List.of();
    for (var clause : clauses) {
      if (clause.isDefault()) {
        chosen = List.of(clause);
      }
      for (var expression : clause.expressions()) {
        var value = facts.value(expression);
        if (value.isEmpty() || value.get() instanceof Constant.Unknown) {
          return Optional.empty();
        }
        if (ConstantArithmetic.compare(tag, Token.EQUAL, value.get())) {
          return fallsThrough(clause) ? Optional.empty() : Optional.of(List.of(clause));
        }
      }
    }
    return chosen.stream().anyMatch(Conditions::fallsThrough)
        ? Optional.empty()
        : Optional.of(chosen);
  }

  private static boolean fallsThrough(Statement.CaseClause clause) {
    return !clause.body().isEmpty()
        && clause.body().getLast() instanceof Statement.Branch branch
        && branch.keyword() == Token.FALLTHROUGH;
  }

  /** {@return whether what follows, up to the next label, is left out} */
  boolean terminates(Statement statement) {
    return switch (statement) {
      case Statement.Branch branch -> branch.keyword() == Token.GOTO;
      case Statement.Return _ -> true;
      case Statement.ExpressionStatement each -> isPanic(each.expression());
      case Statement.If each -> {
        var condition = value(each.condition());
        yield (condition.equals(Optional.of(false)) || terminates(each.body()))
            && (condition.equals(Optional.of(true)) || terminates(each.otherwise()));
      }
      case Statement.Block block -> {
        for (var each : block.statements().reversed()) {
          if (!(each instanceof Statement.Empty)) {
            yield terminates(each);
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  private boolean isPanic(Expression expression) {
    return Syntax.unparenthesized(expression) instanceof Expression.Call call
        && Syntax.unparenthesized(call.function()) instanceof Expression.Identifier name
        && facts.symbol(name).orElse(null) instanceof BuiltinSymbol(var builtin)
        && builtin == Builtin.PANIC;
  }
}
