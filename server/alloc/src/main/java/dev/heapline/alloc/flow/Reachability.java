package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantArithmetic;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Which statements the compiler leaves out before it looks at what allocates. */
final class Reachability {
  private final FunctionFlow function;

  Reachability(FunctionFlow function) {
    this.function = function;
  }

  /** What a condition is whenever the program runs. */
  enum Verdict {
    ALWAYS,
    NEVER,
    DEPENDS
  }

  /** {@return what the compiler knows of a condition without running it} */
  Verdict condition(Expression expression) {
    if (function.types().constant(function.unit(), expression)
        instanceof Constant.Bool(var value)) {
      return value ? Verdict.ALWAYS : Verdict.NEVER;
    }
    return switch (expression) {
      case Expression.Parenthesized each -> condition(each.inner());
      case Expression.Unary each when each.operator() == Token.NOT ->
          switch (condition(each.operand())) {
            case ALWAYS -> Verdict.NEVER;
            case NEVER -> Verdict.ALWAYS;
            case DEPENDS -> Verdict.DEPENDS;
          };
      case Expression.Binary each when each.operator() == Token.LOGICAL_AND ->
          either(each, Verdict.NEVER);
      case Expression.Binary each when each.operator() == Token.LOGICAL_OR ->
          either(each, Verdict.ALWAYS);
      default -> Verdict.DEPENDS;
    };
  }

  /** {@return the clauses of a switch that may be entered} */
  List<Statement> reached(Statement.Switch statement) {
    List<Statement> clauses = new ArrayList<>();
    boolean decided = false;
    for (Statement each : statement.body().statements()) {
      if (!(each instanceof Statement.CaseClause clause)) {
        continue;
      }
      List<Verdict> cases =
          clause.expressions().stream().map(value -> matches(statement.tag(), value)).toList();
      boolean never = !clause.isDefault() && cases.stream().allMatch(one -> one == Verdict.NEVER);
      if (!decided && !never) {
        clauses.add(clause);
      }
      decided |= cases.contains(Verdict.ALWAYS);
    }
    return clauses;
  }

  private Verdict matches(Expression tag, Expression value) {
    if (tag instanceof Expression.Absent) {
      return condition(value);
    }
    Constant wanted = function.types().constant(function.unit(), tag);
    Constant found = function.types().constant(function.unit(), value);
    if (wanted instanceof Constant.Unknown || found instanceof Constant.Unknown) {
      return Verdict.DEPENDS;
    }
    return ConstantArithmetic.compare(wanted, Token.EQUAL, found) ? Verdict.ALWAYS : Verdict.NEVER;
  }

  private Verdict either(Expression.Binary binary, Verdict decisive) {
    return condition(binary.left()) == decisive || condition(binary.right()) == decisive
        ? decisive
        : Verdict.DEPENDS;
  }

  /** {@return whether what follows, up to the next label, is left out} */
  boolean terminates(Statement statement) {
    return switch (statement) {
      case Statement.Branch branch -> branch.keyword() == Token.GOTO;
      case Statement.Return _ -> true;
      case Statement.ExpressionStatement each -> isPanic(each.expression());
      case Statement.If each -> {
        Verdict condition = condition(each.condition());
        yield (condition == Verdict.NEVER || terminates(each.body()))
            && (condition == Verdict.ALWAYS || terminates(each.otherwise()));
      }
      case Statement.Block block -> lastTerminates(block.statements());
      default -> false;
    };
  }

  private boolean lastTerminates(List<Statement> statements) {
    for (Statement statement : statements.reversed()) {
      if (!(statement instanceof Statement.Empty)) {
        return terminates(statement);
      }
    }
    return false;
  }

  private boolean isPanic(Expression expression) {
    return expression instanceof Expression.Call call
        && call.function() instanceof Expression.Identifier identifier
        && function.unit().entity(identifier) == Entity.Builtin.PANIC;
  }

  /** {@return whether what follows is left out if a constant of another package says so} */
  boolean mayTerminate(Statement statement) {
    return statement instanceof Statement.If each
        && maybeConstant(each.condition())
        && (terminates(each.body()) || terminates(each.otherwise()));
  }

  /** {@return whether the condition may be a constant whose value is not known here} */
  boolean maybeConstant(Expression condition) {
    return switch (condition) {
      case Expression.Parenthesized each -> maybeConstant(each.inner());
      case Expression.Unary each -> each.operator() == Token.NOT && maybeConstant(each.operand());
      case Expression.Binary each -> maybeConstant(each);
      case Expression.Selector each -> isImported(each);
      case Expression.Identifier each -> unresolvedConstant(each);
      default -> false;
    };
  }

  private boolean maybeConstant(Expression.Binary binary) {
    return switch (binary.operator()) {
      case LOGICAL_AND, LOGICAL_OR -> maybeConstant(binary.left()) || maybeConstant(binary.right());
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          maybeConstantOperand(binary.left()) && maybeConstantOperand(binary.right());
      default -> false;
    };
  }

  private boolean maybeConstantOperand(Expression expression) {
    return switch (expression) {
      case Expression.Binary each ->
          maybeConstantOperand(each.left()) && maybeConstantOperand(each.right());
      case Expression.Call each -> each.arguments().stream().allMatch(this::maybeConstantOperand);
      default ->
          maybeConstant(expression)
              || !(function.types().constant(function.unit(), expression)
                  instanceof Constant.Unknown);
    };
  }

  private boolean isImported(Expression.Selector selector) {
    return selector.operand() instanceof Expression.Identifier identifier
        && function.unit().entity(identifier) instanceof Entity.ImportedPackage;
  }

  /** A constant whose value depends on other packages, or a name from a dot import. */
  private boolean unresolvedConstant(Expression.Identifier identifier) {
    Entity entity = function.unit().entity(identifier);
    boolean unknown =
        function.types().constant(function.unit(), identifier) instanceof Constant.Unknown;
    return unknown
        && (entity instanceof Entity.DeclaredConstant || entity instanceof Entity.Unresolved);
  }
}
