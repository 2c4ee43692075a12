package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Comparability;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.NilSymbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements with clauses: switch, type switch and select. */
final class Switches {
  private final Statements statements;
  private final Checker checker;

  Switches(Statements statements, Checker checker) {
    this.statements = statements;
    this.checker = checker;
  }

  void check(int inner, Statement.Switch choice) {
    int mark = checker.names.enter();
    statements.check(0, choice.init());
    var tag = new Operand();
    if (choice.tag() instanceof Expression.Absent) {
      tag.setConstant(Basic.BOOL, Constant.of(true));
      tag.expression = Expressions.synthetic(choice.body().start(), "true");
    } else {
      checker.expressions.single(null, tag, choice.tag());
      checker.assignments.assign(tag, null, "switch expression");
      if (tag.isValid()
          && !Comparability.isComparable(checker.program, tag.type)
          && !Kinds.hasNil(checker.program, tag.type)) {
        checker.error(
            tag,
            "cannot switch on "
                + checker.text(tag)
                + " ("
                + checker.text(tag.type)
                + " is not comparable)");
        tag.invalidate();
      }
    }
    var clauses = choice.body().statements();
    reportDefaults(clauses);
    var seen = new HashMap<Object, List<Type>>();
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i) instanceof Statement.CaseClause clause) {
        cases(tag, clause.expressions(), seen);
        int clauseMark = checker.names.enter();
        statements.list(
            inner | (i + 1 < clauses.size() ? Statements.FALLTHROUGH : Statements.LAST_CASE),
            clause.body());
        checker.names.leave(clauseMark);
      }
    }
    checker.names.leave(mark);
  }

  private void reportDefaults(List<Statement> clauses) {
    boolean found = false;
    for (var clause : clauses) {
      boolean isDefault =
          switch (clause) {
            case Statement.CaseClause each -> each.isDefault();
            case Statement.CommunicationClause each ->
                each.communication() instanceof Statement.Absent;
            default -> false;
          };
      if (isDefault && found) {
        checker.error(clause, "multiple defaults");
      }
      found |= isDefault;
    }
  }

  private void cases(Operand tag, List<Expression> expressions, Map<Object, List<Type>> seen) {
    for (var expression : expressions) {
      var value = new Operand();
      checker.expressions.single(null, value, expression);
      if (!tag.isValid() || !value.isValid()) {
        continue;
      }
      checker.untyped.convert(value, tag.type);
      if (!value.isValid()) {
        continue;
      }
      var result = value.copy();
      checker.comparisons.compare(result, tag.copy(), Token.EQUAL, true);
      if (!result.isValid() || !value.isConstant()) {
        continue;
      }
      if (value.value instanceof Constant.Bool || value.value instanceof Constant.Unknown) {
        continue;
      }
      var types =
          seen.computeIfAbsent(Literals.identityOf(value.constant()), _ -> new ArrayList<>(1));
      if (types.stream().anyMatch(each -> checker.identical(each, value.type))) {
        checker.error(value, "duplicate case " + checker.text(value) + " in expression switch");
      } else {
        types.add(value.type);
      }
    }
  }

  void check(int inner, Statement.TypeSwitch choice) {
    int mark = checker.names.enter();
    statements.check(0, choice.init());
    Identifier name = null;
    Expression guarded = Expression.ABSENT;
    switch (choice.guard()) {
      case Statement.ExpressionStatement alone -> guarded = alone.expression();
      case Statement.Assignment assignment
          when assignment.operator() == Token.DEFINE
              && assignment.left().size() == 1
              && assignment.right().size() == 1
              && assignment.left().getFirst() instanceof Identifier declared -> {
        guarded = assignment.right().getFirst();
        if (declared.name().equals("_")) {
          checker.softError(declared, "no new variable on left side of :=");
        } else {
          name = declared;
        }
      }
      default -> {}
    }
    if (!(guarded instanceof Expression.TypeAssertion assertion)) {
      checker.error(choice, "incorrect form of type switch guard");
      checker.names.leave(mark);
      return;
    }
    var operand = guard(assertion);
    var clauses = choice.body().statements();
    reportDefaults(clauses);
    var seen = new ArrayList<Optional<Type>>();
    boolean used = false;
    for (var each : clauses) {
      if (each instanceof Statement.CaseClause clause) {
        Type type = types(operand, clause.expressions(), seen);
        used |= clause(inner, clause, name, type);
      }
    }
    if (name != null && !used) {
      checker.softError(name, name.name() + " declared and not used");
    }
    checker.names.leave(mark);
  }

  private @Nullable Operand guard(Expression.TypeAssertion assertion) {
    var operand = new Operand();
    checker.expressions.single(null, operand, assertion.operand());
    if (!operand.isValid()) {
      return null;
    }
    if (Underlying.isParameter(operand.type)) {
      checker.error(
          operand, "cannot use type switch on type parameter value " + checker.text(operand));
      return null;
    }
    return switch (checker.under(operand.type)) {
      case Interface _ -> operand;
      case Type.Unknown _ -> null;
      default -> {
        checker.error(operand, checker.text(operand) + " is not an interface");
        yield null;
      }
    };
  }

  /** Checks a clause, {@return whether it uses the switch's variable} */
  private boolean clause(
      int inner, Statement.CaseClause clause, @Nullable Identifier name, Type type) {
    int mark = checker.names.enter();
    Names.Binding binding = null;
    if (name != null) {
      binding =
          checker.names.bind(
              name,
              new VariableSymbol(checker.home(), name.name(), VariableSymbol.Kind.LOCAL, type),
              false);
    }
    statements.list(inner, clause.body());
    boolean used = false;
    if (binding != null) {
      used = binding.used;
      binding.used = true;
    }
    checker.names.leave(mark);
    return used;
  }

  private boolean isNil(Expression expression) {
    return Expressions.unparenthesized(expression) instanceof Identifier name
        && checker.names.lookup(name.name()) instanceof NilSymbol;
  }

  /** {@return the type that the switch's variable has in a clause with these cases} */
  private Type types(@Nullable Operand operand, List<Expression> cases, List<Optional<Type>> seen) {
    Type last = Type.UNKNOWN;
    boolean isNil = false;
    for (var each : cases) {
      Optional<Type> type = Optional.empty();
      isNil = isNil(each);
      if (isNil) {
        checker.expressions.single(null, new Operand(), each);
      } else {
        last = checker.types.variableType(each);
        if (!Type.isKnown(last)) {
          continue;
        }
        type = Optional.of(last);
      }
      var wanted = type;
      boolean duplicate =
          seen.stream()
              .anyMatch(
                  other ->
                      wanted.isEmpty()
                          ? other.isEmpty()
                          : other.isPresent() && checker.identical(other.get(), wanted.get()));
      if (duplicate) {
        checker.error(
            each, "duplicate case " + type.map(checker::text).orElse("nil") + " in type switch");
        continue;
      }
      seen.add(type);
      if (operand != null && type.isPresent()) {
        reportImpossible(operand, each, type.get());
      }
    }
    if (cases.size() == 1 && !isNil) {
      return last;
    }
    return operand == null ? Type.UNKNOWN : operand.type;
  }

  private void reportImpossible(Operand operand, Expression at, Type type) {
    checker
        .implementation
        .notAssertable(operand.type, type)
        .ifPresent(
            cause ->
                checker.error(
                    at,
                    "impossible type switch case: "
                        + checker.text(at)
                        + "\n\t"
                        + checker.text(operand)
                        + " cannot have dynamic type "
                        + checker.text(type)
                        + " "
                        + cause));
  }

  void check(int inner, Statement.Select select) {
    var clauses = select.body().statements();
    reportDefaults(clauses);
    for (var each : clauses) {
      if (!(each instanceof Statement.CommunicationClause clause)) {
        continue;
      }
      if (!isCommunication(clause.communication())) {
        checker.error(
            clause.communication() instanceof Statement.Assignment assignment
                ? assignment.operatorOffset()
                : clause.communication().start(),
            "select case must be send or receive (possibly with assignment)");
        continue;
      }
      int mark = checker.names.enter();
      statements.check(inner, clause.communication());
      statements.list(inner, clause.body());
      checker.names.leave(mark);
    }
  }

  private static boolean isCommunication(Statement statement) {
    Expression received =
        switch (statement) {
          case Statement.ExpressionStatement alone -> alone.expression();
          case Statement.Assignment assignment when assignment.right().size() == 1 ->
              assignment.right().getFirst();
          default -> Expression.ABSENT;
        };
    return statement instanceof Statement.Absent
        || statement instanceof Statement.Send
        || (Expressions.unparenthesized(received) instanceof Expression.Unary unary
            && unary.operator() == Token.ARROW);
  }
}
