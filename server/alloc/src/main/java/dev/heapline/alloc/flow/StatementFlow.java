package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks statements. */
final class StatementFlow {
  private final FunctionFlow function;
  private final Types types;
  private final ExpressionFlow expressions;
  private final Assignments assignments;
  private final Reachability reachability;

  StatementFlow(FunctionFlow function) {
    this.function = function;
    this.types = function.types();
    this.expressions = new ExpressionFlow(function, this);
    this.assignments = new Assignments(function, expressions);
    this.reachability = new Reachability(function);
  }

  ExpressionFlow expressions() {
    return expressions;
  }

  /** Walks the body of the current frame's function. */
  void body(Expression.FunctionType type, Statement.Block body) {
    body(FieldList.NONE, type, body);
  }

  void body(FieldList receiver, Expression.FunctionType type, Statement.Block body) {
    function.declareSignature(receiver, type);
    block(body.statements());
  }

  private void block(List<Statement> statements) {
    int depth = function.frame().loopDepth();
    int uncertain = 0;
    boolean dead = false;
    for (Statement statement : statements) {
      if (statement instanceof Statement.Labeled labeled) {
        dead = false;
        enterLabel(labeled, statements);
      }
      if (dead) {
        continue;
      }
      statement(statement);
      dead = reachability.terminates(statement);
      if (!dead && reachability.mayTerminate(statement)) {
        function.enterUncertain();
        uncertain++;
      }
    }
    for (; uncertain > 0; uncertain--) {
      function.leaveUncertain();
    }
    function.frame().restoreLoopDepth(depth);
  }

  /** A label to which a later goto leads is the head of a loop. */
  private void enterLabel(Statement.Labeled labeled, List<Statement> block) {
    if (Gotos.leadBackTo(labeled, block)) {
      function.frame().enterLoop();
    }
  }

  void statement(Statement statement) {
    switch (statement) {
      case Statement.Absent _,
          Statement.Skipped _,
          Statement.Bad _,
          Statement.Empty _,
          Statement.Branch _ -> {}
      case Statement.Declared declared -> declaration(declared.declaration());
      case Statement.Labeled labeled -> statement(labeled.statement());
      case Statement.ExpressionStatement each -> expressionStatement(each.expression());
      case Statement.Send send -> send(send);
      case Statement.IncrementDecrement each -> {
        assignments.modified(each.operand());
        expressions.discard(each.operand());
      }
      case Statement.Assignment assignment -> assignments.assign(assignment);
      case Statement.Go go -> go(go);
      case Statement.Defer defer -> defer(defer);
      case Statement.Return each -> returned(each);
      case Statement.Block block -> block(block.statements());
      case Statement.If each -> conditional(each);
      case Statement.For each -> loop(each);
      case Statement.Range range -> range(range);
      case Statement.Switch each -> {
        statement(each.init());
        expressions.lookupKey(each.tag());
        reachability.reached(each).forEach(this::statement);
      }
      case Statement.TypeSwitch each -> typeSwitch(each);
      case Statement.Select select -> select.body().statements().forEach(this::statement);
      case Statement.CaseClause clause -> {
        expressions.discards(clause.expressions());
        block(clause.body());
      }
      case Statement.CommunicationClause clause -> {
        statement(clause.communication());
        block(clause.body());
      }
    }
  }

  private void expressionStatement(Expression expression) {
    if (expression instanceof Expression.Call call) {
      expressions.calls().call(call, List.of());
    } else {
      expressions.discard(expression);
    }
  }

  private void declaration(Declaration declaration) {
    if (declaration instanceof Declaration.Variables variables) {
      for (Specification.Value each : variables.specifications()) {
        assignments.declare(each.names(), each.values(), each.start());
      }
    }
  }

  private void send(Statement.Send send) {
    expressions.discard(send.channel());
    GoType element =
        types.underlying(function.typeOf(send.channel())) instanceof GoType.Channel channel
            ? channel.element()
            : GoType.UNKNOWN;
    expressions.assign(
        send.value(),
        element,
        function
            .graph()
            .heap("sent on the channel " + function.unit().text(send.channel()), send.start()));
  }

  private void go(Statement.Go go) {
    if (!(go.call() instanceof Expression.Call call)) {
      expressions.discard(go.call());
      return;
    }
    expressions
        .calls()
        .later(call, function.graph().heap("used by the goroutine that is started", go.start()));
    boolean closureItself =
        call.arguments().isEmpty() && call.function() instanceof Expression.FunctionLiteral;
    if (closureItself) {
      return;
    }
    HeldByGo.size(function, call)
        .ifPresent(
            size -> {
              Candidate site = function.site(Kind.GO, go, go.start(), "");
              site.size(size);
              site.heapBecause("a goroutine outlives the statement that starts it");
            });
  }

  private void defer(Statement.Defer defer) {
    if (!(defer.call() instanceof Expression.Call call)) {
      expressions.discard(defer.call());
      return;
    }
    if (function.frame().loopDepth() == 1) {
      expressions.calls().call(call, List.of());
      return;
    }
    expressions.calls().later(call, function.graph().heap("deferred in a loop", defer.start()));
    Candidate site = function.site(Kind.DEFER, defer, defer.start(), "");
    site.heapBecause("a defer in a loop keeps its record on the heap until the function returns");
  }

  private void returned(Statement.Return each) {
    Frame frame = function.frame();
    List<Location> results = frame.results();
    List<GoType> resultTypes = frame.signature().results();
    List<Hole> holes = new ArrayList<>();
    for (Location result : results) {
      holes.add(new Hole(result, 0, new Why("returned by " + frame.name(), each.start())));
    }
    if (each.results().size() == 1
        && holes.size() > 1
        && each.results().getFirst() instanceof Expression.Call call) {
      expressions.calls().call(call, holes);
      return;
    }
    for (int i = 0; i < each.results().size(); i++) {
      if (i < holes.size()) {
        GoType type = i < resultTypes.size() ? resultTypes.get(i) : GoType.UNKNOWN;
        expressions.assign(each.results().get(i), type, holes.get(i));
      } else {
        expressions.discard(each.results().get(i));
      }
    }
  }

  private void conditional(Statement.If each) {
    statement(each.init());
    expressions.discard(each.condition());
    Reachability.Verdict condition = reachability.condition(each.condition());
    boolean unsure = reachability.maybeConstant(each.condition());
    if (unsure) {
      function.enterUncertain();
    }
    if (condition != Reachability.Verdict.NEVER) {
      statement(each.body());
    }
    if (condition != Reachability.Verdict.ALWAYS) {
      statement(each.otherwise());
    }
    if (unsure) {
      function.leaveUncertain();
    }
  }

  private void loop(Statement.For each) {
    Frame frame = function.frame();
    int depth = frame.loopDepth();
    statement(each.init());
    frame.enterLoop();
    expressions.discard(each.condition());
    statement(each.post());
    statement(each.body());
    frame.restoreLoopDepth(depth);
  }

  private void range(Statement.Range range) {
    Frame frame = function.frame();
    int depth = frame.loopDepth();
    var operand =
        function.graph().add(new Location(Location.Kind.TEMPORARY, "", frame, depth, depth));
    var why = new Why("the operand of range", range.start());
    if (range.operand() instanceof Expression.FunctionLiteral literal) {
      expressions.literals().closure(literal, new Hole(operand, 0, why), true);
    } else {
      expressions.value(ranged(range.operand()), new Hole(operand, 0, why));
    }
    GoType type = types.underlying(function.typeOf(range.operand()));
    if (range.operator() == Token.DEFINE) {
      declareRange(range.key());
      declareRange(range.value());
    }
    frame.enterLoop();
    if (range.operator() != Token.DEFINE) {
      assignments.modified(range.key());
      assignments.modified(range.value());
    }
    var taken = new Why("taken by the range clause", range.start());
    assignments.destination(range.key(), taken);
    Hole value = assignments.destination(range.value(), taken);
    int dereferences = type instanceof GoType.Array ? 0 : 1;
    boolean known = type instanceof GoType.Array || type instanceof GoType.Slice;
    if (known) {
      function
          .graph()
          .flow(
              function.forType(value, function.typeOf(range.value())).dereferenced(dereferences),
              operand);
    }
    statement(range.body());
    frame.restoreLoopDepth(depth);
  }

  private void declareRange(Expression target) {
    function.local(target).ifPresent(function::declare);
  }

  /** {@code for range []byte(s)} makes no new slice. */
  private Expression ranged(Expression operand) {
    return operand instanceof Expression.Call call
            && call.arguments().size() == 1
            && types.isType(function.unit(), call.function())
            && types.underlying(types.written(function.unit(), call.function()))
                instanceof GoType.Slice
        ? call.arguments().getFirst()
        : operand;
  }

  private void typeSwitch(Statement.TypeSwitch each) {
    statement(each.init());
    if (each.guard() instanceof Statement.Assignment assignment) {
      expressions.discards(assignment.right());
    } else {
      statement(each.guard());
    }
    for (Statement clause : each.body().statements()) {
      if (clause
          instanceof
          Statement.CaseClause(
              int _,
              int _,
              boolean _,
              List<Expression> _,
              int _,
              List<Statement> body)) {
        block(body);
      }
    }
  }

  /** {@return the variable of the package that an expression is part of, if it is} */
  static Optional<Entity.Variable> packageVariable(FunctionFlow function, Expression root) {
    return root instanceof Expression.Identifier identifier
            && function.unit().entity(identifier) instanceof Entity.Variable variable
            && variable.role() == Entity.Role.PACKAGE
        ? Optional.of(variable)
        : Optional.empty();
  }
}
