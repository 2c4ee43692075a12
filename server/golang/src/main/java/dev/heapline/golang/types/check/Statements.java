package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Statements, but for those with clauses or ranges. */
final class Statements {
  /** A {@code break} without a label may stand here. */
  static final int BREAK = 1;

  /** A {@code continue} without a label may stand here. */
  static final int CONTINUE = 2;

  /** A {@code fallthrough} may stand here. */
  static final int FALLTHROUGH = 4;

  /** This is the last clause of a switch. */
  static final int LAST_CASE = 8;

  /** This is a clause of a type switch. */
  static final int TYPE_SWITCH = 16;

  private final FunctionBody function;
  private final Checker checker;
  private final Switches switches;
  private final Ranges ranges;
  private final LocalDeclarations declarations;

  Statements(FunctionBody function) {
    this.function = function;
    this.checker = function.checker;
    this.switches = new Switches(this, checker);
    this.ranges = new Ranges(this, checker);
    this.declarations = new LocalDeclarations(checker);
  }

  void list(int context, List<Statement> statements) {
    int last = statements.size() - 1;
    while (last >= 0 && statements.get(last) instanceof Statement.Empty) {
      last--;
    }
    for (int i = 0; i < statements.size(); i++) {
      check(i == last ? context : context & ~FALLTHROUGH, statements.get(i));
    }
  }

  void check(int context, Statement statement) {
    int inner = context & ~(FALLTHROUGH | LAST_CASE | TYPE_SWITCH);
    switch (statement) {
      case Statement.Absent _, Statement.Skipped _, Statement.Bad _, Statement.Empty _ -> {}
      case Statement.Declared declared -> declarations.check(declared.declaration());
      case Statement.Labeled labeled -> {
        function.hasLabel = true;
        check(context, labeled.statement());
      }
      case Statement.ExpressionStatement alone -> expression(alone.expression());
      case Statement.Send send -> send(send);
      case Statement.IncrementDecrement step -> step(step);
      case Statement.Assignment assignment -> assignment(assignment);
      case Statement.Go go -> suspended("go", go.call());
      case Statement.Defer defer -> suspended("defer", defer.call());
      case Statement.Return returned -> returns(returned);
      case Statement.Branch branch -> branch(context, branch);
      case Statement.Block block -> {
        int mark = checker.names.enter();
        list(inner, block.statements());
        checker.names.leave(mark);
      }
      case Statement.If condition -> conditional(inner, condition);
      case Statement.For loop -> loop(inner | BREAK | CONTINUE, loop);
      case Statement.Range range -> ranges.check(inner | BREAK | CONTINUE, range);
      case Statement.Switch choice -> switches.check(inner | BREAK, choice);
      case Statement.TypeSwitch choice -> switches.check(inner | BREAK | TYPE_SWITCH, choice);
      case Statement.Select select -> switches.check(inner | BREAK, select);
      case Statement.CaseClause _, Statement.CommunicationClause _ ->
          checker.error(statement, "case clause outside of a switch or select");
    }
  }

  private void expression(Expression expression) {
    var operand = new Operand();
    var kind = checker.expressions.raw(null, operand, expression, null, false);
    String problem =
        switch (operand.mode) {
          case BUILTIN -> " must be called";
          case TYPE -> " is not an expression";
          default -> kind == Expressions.Kind.STATEMENT ? "" : " is not used";
        };
    if (!problem.isEmpty() && operand.isValid()) {
      checker.error(operand, checker.text(operand) + problem);
    }
  }

  private void send(Statement.Send send) {
    var channel = new Operand();
    var value = new Operand();
    checker.expressions.single(null, channel, send.channel());
    checker.expressions.generic(value, send.value(), null);
    if (!channel.isValid() || !value.isValid()) {
      return;
    }
    Type element =
        checker.operators.channelElement(Describe.position(send.channel()), channel, false);
    if (element != null) {
      checker.assignments.assign(value, element, "send");
    }
  }

  private void step(Statement.IncrementDecrement step) {
    var operand = new Operand();
    checker.expressions.single(null, operand, step.operand());
    if (!operand.isValid()) {
      return;
    }
    if (!checker.kinds(operand.type, Basic::isNumeric)) {
      checker.error(
          step.operand(),
          "invalid operation: "
              + checker.text(step.operand())
              + step.operator().text()
              + " (non-numeric type "
              + checker.text(operand.type)
              + ")");
      return;
    }
    var one =
        Operand.of(Mode.CONSTANT, Expressions.synthetic(step.operand(), "1"), Basic.UNTYPED_INT);
    one.value = Constant.of(1);
    var operator = step.operator() == Token.INCREMENT ? Token.ADD : Token.SUBTRACT;
    checker.operators.combine(operand, one, null, operator, step.operand().end());
    if (operand.isValid()) {
      checker.assignments.assignVariable(step.operand(), operand, "assignment");
    }
  }

  private void assignment(Statement.Assignment assignment) {
    switch (assignment.operator()) {
      case DEFINE -> define(assignment);
      case ASSIGN -> checker.assignments.assignAll(assignment.left(), assignment.right());
      default -> {
        if (assignment.left().size() != 1 || assignment.right().size() != 1) {
          checker.error(
              assignment.operatorOffset(),
              "syntax error: unexpected "
                  + assignment.operator().text()
                  + ", expected := or = or comma");
          return;
        }
        var left = new Operand();
        var right = new Operand();
        checker.expressions.single(null, left, assignment.left().getFirst());
        checker.expressions.single(null, right, assignment.right().getFirst());
        checker.operators.combine(
            left, right, null, operator(assignment.operator()), assignment.operatorOffset());
        if (left.isValid()) {
          checker.assignments.assignVariable(assignment.left().getFirst(), left, "assignment");
        }
      }
    }
  }

  private static Token operator(Token assignment) {
    return switch (assignment) {
      case ADD_ASSIGN -> Token.ADD;
      case SUBTRACT_ASSIGN -> Token.SUBTRACT;
      case MULTIPLY_ASSIGN -> Token.MULTIPLY;
      case DIVIDE_ASSIGN -> Token.DIVIDE;
      case REMAINDER_ASSIGN -> Token.REMAINDER;
      case AND_ASSIGN -> Token.AND;
      case OR_ASSIGN -> Token.OR;
      case XOR_ASSIGN -> Token.XOR;
      case SHIFT_LEFT_ASSIGN -> Token.SHIFT_LEFT;
      case SHIFT_RIGHT_ASSIGN -> Token.SHIFT_RIGHT;
      case AND_NOT_ASSIGN -> Token.AND_NOT;
      default -> Token.ILLEGAL;
    };
  }

  /** A short variable declaration, which may assign to variables of the same block. */
  private void define(Statement.Assignment assignment) {
    var left = assignment.left();
    var declared = new ArrayList<Optional<Type>>(left.size());
    var fresh = new ArrayList<Boolean>(left.size());
    var seen = new HashSet<String>();
    boolean failed = false;
    boolean anyNew = false;
    for (var expression : left) {
      Optional<Type> known = Optional.empty();
      boolean isNew = false;
      if (!(expression instanceof Identifier name)) {
        checker.expressions.useLeft(List.of(expression));
        checker.error(expression, "non-name " + checker.text(expression) + " on left side of :=");
        failed = true;
      } else if (!name.name().equals("_") && !seen.add(name.name())) {
        checker.error(name, name.name() + " repeated on left side of :=");
        failed = true;
      } else {
        var before = checker.names.innermost(name.name());
        if (before == null) {
          isNew = true;
          anyNew |= !name.name().equals("_");
        } else {
          checker.facts.bind(name, before.symbol);
          if (before.symbol instanceof VariableSymbol variable) {
            known = Optional.of(variable.type());
          } else {
            checker.error(name, "cannot assign to " + name.name());
            failed = true;
          }
        }
      }
      declared.add(known);
      fresh.add(isNew);
    }
    var types = checker.assignments.initial(left, declared, assignment.right(), "assignment");
    if (!anyNew && !failed) {
      checker.error(assignment.operatorOffset(), "no new variables on left side of :=");
    }
    for (int i = 0; i < left.size(); i++) {
      if (fresh.get(i) && left.get(i) instanceof Identifier name) {
        declareVariable(name, types.get(i));
      }
    }
  }

  void declareVariable(Identifier name, Type type) {
    checker.names.declareVariable(
        name, new VariableSymbol(checker.home(), name.name(), VariableSymbol.Kind.LOCAL, type));
  }

  private void suspended(String keyword, Expression call) {
    var operand = new Operand();
    var kind = checker.expressions.raw(null, operand, call, null, false);
    if (!(Expressions.unparenthesized(call) instanceof Expression.Call)) {
      return;
    }
    String problem =
        switch (kind) {
          case CONVERSION -> "requires function call, not conversion " + checker.text(operand);
          case EXPRESSION -> "discards result of " + checker.text(operand);
          case STATEMENT -> "";
        };
    if (!problem.isEmpty()) {
      checker.error(operand, keyword + " " + problem);
    }
  }

  private void returns(Statement.Return statement) {
    var results = function.signature.results();
    boolean named = results.size() > 0 && !results.variables().getFirst().name().isEmpty();
    if (!statement.results().isEmpty() || !named) {
      checker.assignments.returned(statement.start(), results, statement.results());
      return;
    }
    for (var result : results.variables()) {
      var binding = checker.names.local(result.name());
      if (binding != null && binding.symbol != result) {
        checker.error(statement, "result parameter " + result.name() + " not in scope at return");
      }
    }
  }

  private void branch(int context, Statement.Branch branch) {
    if (!(branch.label() instanceof Expression.Absent)) {
      function.hasLabel = true;
      return;
    }
    String problem =
        switch (branch.keyword()) {
          case BREAK -> (context & BREAK) != 0 ? "" : "break is not in a loop, switch, or select";
          case CONTINUE -> (context & CONTINUE) != 0 ? "" : "continue is not in a loop";
          case FALLTHROUGH ->
              (context & FALLTHROUGH) != 0
                  ? ""
                  : (context & LAST_CASE) != 0
                      ? "cannot fallthrough final case in switch"
                      : (context & TYPE_SWITCH) != 0
                          ? "cannot fallthrough in type switch"
                          : "fallthrough statement out of place";
          default -> "";
        };
    if (!problem.isEmpty()) {
      checker.error(branch, problem);
    }
  }

  private void condition(Expression condition, String statement) {
    var operand = new Operand();
    checker.expressions.single(null, operand, condition);
    if (operand.isValid()
        && !checker.kinds(operand.type, Basic::isBoolean)
        && Type.isKnown(checker.under(operand.type))) {
      checker.error(condition, "non-boolean condition in " + statement + " statement");
    }
  }

  private void conditional(int inner, Statement.If statement) {
    int outermost = checker.names.enter();
    var marks = new ArrayList<Integer>(List.of(outermost));
    var current = statement;
    // A chain of else-ifs takes no stack.
    while (true) {
      check(0, current.init());
      condition(current.condition(), "if");
      check(inner, current.body());
      if (!(current.otherwise() instanceof Statement.If next)) {
        break;
      }
      marks.add(checker.names.enter());
      current = next;
    }
    check(inner, current.otherwise());
    for (int i = marks.size() - 1; i >= 0; i--) {
      checker.names.leave(marks.get(i));
    }
  }

  private void loop(int inner, Statement.For loop) {
    int mark = checker.names.enter();
    check(0, loop.init());
    if (!(loop.condition() instanceof Expression.Absent)) {
      condition(loop.condition(), "for");
    }
    check(0, loop.post());
    if (loop.post() instanceof Statement.Assignment post && post.operator() == Token.DEFINE) {
      checker.softError(
          post.operatorOffset(), "syntax error: cannot declare in post statement of for loop");
      checker.expressions.use(post.left());
    }
    check(inner, loop.body());
    checker.names.leave(mark);
  }
}
