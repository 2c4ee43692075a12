package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.List;
import java.util.Optional;

/** Walks statements and declarations. */
final class StatementWalk {
  private final Scan scan;
  private final Todo todo;
  private final ExpressionWalk expressions;
  private final Boxes boxes;
  private final Assignments assignments;
  private final Closures closures;
  private final LaterCalls laterCalls;
  private final RuntimeRecords records;
  private final Conditions conditions;
  private final Gotos gotos;
  private final GrownSlices grownSlices;

  StatementWalk(
      Scan scan,
      Todo todo,
      ExpressionWalk expressions,
      Boxes boxes,
      Concatenations concatenations,
      Closures closures,
      LaterCalls laterCalls,
      RuntimeRecords records,
      Gotos gotos,
      GrownSlices grownSlices) {
    this.scan = scan;
    this.todo = todo;
    this.expressions = expressions;
    this.boxes = boxes;
    this.assignments = new Assignments(scan, todo, boxes, concatenations, grownSlices);
    this.closures = closures;
    this.laterCalls = laterCalls;
    this.records = records;
    this.conditions = new Conditions(scan.facts());
    this.gotos = gotos;
    this.grownSlices = grownSlices;
  }

  void declaration(Declaration declaration, boolean ofPackage) {
    if (declaration instanceof Declaration.Variables variables) {
      for (var each : variables.specifications()) {
        declare(each, ofPackage);
      }
    }
  }

  private void declare(Specification.Value specification, boolean ofPackage) {
    if (ofPackage && scan.laysOut()) {
      var staticData = new Static(scan);
      specification.values().forEach(staticData::mark);
    }
    assignments.declare(specification, ofPackage);
    todo.pushAll(specification.values());
  }

  void function(Declaration.Function function) {
    expressions.parameters(function.receiver());
    expressions.parameters(function.type().parameters());
    expressions.parameters(function.type().results());
    todo.push(function.body());
  }

  void visit(Statement statement) {
    switch (statement) {
      case Statement.Declared declared -> declaration(declared.declaration(), false);
      case Statement.Labeled labeled -> todo.push(labeled.statement());
      case Statement.ExpressionStatement each -> todo.push(each.expression());
      case Statement.Send send -> send(send);
      case Statement.IncrementDecrement each -> {
        assignments.changed(each);
        todo.push(each.operand());
      }
      case Statement.Assignment assignment -> assignments.assign(assignment);
      case Statement.Go go -> {
        laterCalls.go(go, todo.context());
        todo.push(go.call());
      }
      case Statement.Defer defer -> {
        laterCalls.defer(defer, todo.context());
        todo.push(defer.call());
      }
      case Statement.Return each -> returned(each);
      case Statement.Block block -> block(block.statements());
      case Statement.If each -> conditional(each);
      case Statement.For each -> loop(each);
      case Statement.Range range -> range(range);
      case Statement.Switch each -> choice(each);
      case Statement.TypeSwitch each -> typeSwitch(each);
      case Statement.Select select -> select(select);
      case Statement.CaseClause clause -> block(clause.body());
      case Statement.CommunicationClause clause -> {
        todo.push(clause.communication());
        block(clause.body());
      }
      default -> {}
    }
  }

  /** Statements up to one that never lets go on; from a label on, as long as gotos lead there. */
  private void block(List<Statement> statements) {
    boolean dead = false;
    for (var each : statements) {
      if (each instanceof Statement.Labeled labeled) {
        dead = false;
        if (gotos.leadBackTo(labeled)) {
          todo.enter(todo.context().loop());
        }
      }
      if (!dead) {
        todo.push(each);
        dead = conditions.terminates(each);
      }
    }
  }

  private void send(Statement.Send send) {
    if (scan.form(send.channel()) instanceof Type.Channel(_, var element)) {
      boxes.into(element, send.value(), todo.context());
    }
    records.communication(send, send.arrow(), todo.context());
    todo.push(send.channel());
    todo.push(send.value());
  }

  private void returned(Statement.Return each) {
    var signature = todo.context().body().signature();
    if (signature != null) {
      var results = signature.results();
      if (each.results().size() == 1
          && scan.type(each.results().getFirst()) instanceof Type.Tuple given) {
        for (int i = 0; i < Math.min(given.size(), results.size()); i++) {
          boxes.result(
              results.type(i),
              given.type(i),
              each.results().getFirst(),
              each.start(),
              todo.context());
        }
      } else {
        for (int i = 0; i < Math.min(each.results().size(), results.size()); i++) {
          boxes.into(results.type(i), each.results().get(i), todo.context());
        }
      }
    }
    for (var result : each.results()) {
      grownSlices.leave(result, each, each.start(), todo.context());
    }
    todo.pushAll(each.results());
  }

  private void conditional(Statement.If each) {
    var condition = conditions.value(each.condition());
    todo.push(each.init());
    todo.push(each.condition());
    if (!condition.equals(Optional.of(false))) {
      todo.push(each.body());
    }
    if (!condition.equals(Optional.of(true))) {
      todo.push(each.otherwise());
    }
  }

  private void loop(Statement.For each) {
    counting(each);
    if (each.init() instanceof Statement.Assignment init && init.operator() == Token.DEFINE) {
      for (var name : init.left()) {
        if (name instanceof Expression.Identifier identifier) {
          scan.variables().loop(identifier, todo.context(), todo.context().depth() + 1);
        }
      }
    }
    todo.push(each.init());
    boolean never = conditions.value(each.condition()).equals(Optional.of(false));
    todo.enter(todo.context().loop());
    todo.push(each.condition());
    if (!never) {
      todo.push(each.body());
      todo.enter(todo.context().post(each.init()));
      todo.push(each.post());
    }
  }

  /** {@code for i := 0; i < n; i++}: what values the variable has. */
  private void counting(Statement.For loop) {
    if (loop.init() instanceof Statement.Assignment init
        && init.operator() == Token.DEFINE
        && loop.post() instanceof Statement.IncrementDecrement post
        && post.operator() == Token.INCREMENT
        && Syntax.unparenthesized(post.operand()) instanceof Expression.Identifier name
        && loop.condition() instanceof Expression.Binary condition
        && (condition.operator() == Token.LESS || condition.operator() == Token.LESS_EQUAL)
        && condition.left() instanceof Expression.Identifier compared
        && scan.facts().symbol(compared).equals(scan.facts().symbol(name))
        && init.left().stream()
            .anyMatch(
                each ->
                    each instanceof Expression.Identifier declared
                        && scan.facts().symbol(declared).equals(scan.facts().symbol(name)))) {
      scan.variables()
          .limit(
              name,
              new Variables.LoopRange(condition.right(), condition.operator() == Token.LESS_EQUAL));
    }
  }

  private void range(Statement.Range range) {
    if (scan.form(range.operand()) instanceof Type.Slice) {
      scan.markInPlace(range.operand());
    }
    grownSlices.leave(range.operand(), range, range.start(), todo.context());
    boolean defines = range.operator() == Token.DEFINE;
    boolean overFunction = scan.form(range.operand()) instanceof Signature;
    if (scan.form(range.operand()) instanceof Type.Channel) {
      records.communication(range, range.start(), todo.context());
    }
    todo.push(range.operand());
    if (overFunction) {
      var body = todo.context().body().looped(todo.context().depth(), range.start());
      closures.range(range, body, todo.context());
      if (!defines) {
        todo.enter(new Context(body, 1, Statement.ABSENT));
        target(range, range.key());
        target(range, range.value());
        todo.push(range.body());
        return;
      }
      todo.enter(new Context(body, 1, Statement.ABSENT));
    } else {
      todo.enter(todo.context().loop());
    }
    if (defines) {
      declared(range.key());
      declared(range.value());
      counting(range);
    } else {
      target(range, range.key());
      target(range, range.value());
    }
    todo.push(range.body());
  }

  /** {@code for i := range n}: what values the variable has. */
  private void counting(Statement.Range range) {
    if (range.key() instanceof Expression.Identifier name
        && Underlying.of(scan.layouts().world(), scan.type(range.operand())) instanceof Basic basic
        && basic.isInteger()) {
      scan.variables().limit(name, new Variables.LoopRange(range.operand(), false));
    }
  }

  private void declared(Expression name) {
    if (name instanceof Expression.Identifier identifier) {
      scan.variables().use(identifier, todo.context());
      scan.variables().assign(identifier, identifier.start(), Expression.ABSENT, todo.context());
      scan.variables().loop(identifier, todo.context(), todo.context().depth());
    }
  }

  private void target(Statement.Range range, Expression target) {
    assignments.target(range, target, range.start());
    todo.push(target);
  }

  private void choice(Statement.Switch each) {
    todo.push(each.init());
    todo.push(each.tag());
    Type tag = scan.type(each.tag());
    boolean boxed = false;
    var clauses = conditions.compiled(each);
    if (clauses.stream().allMatch(this::isConstant)) {
      scan.markInPlace(each.tag());
    }
    for (var clause : clauses) {
      for (var expression : clause.expressions()) {
        if (!(each.tag() instanceof Expression.Absent)) {
          boxes.compared(tag, expression, todo.context());
          boxed |= scan.layouts().isInterface(scan.type(expression));
        }
        todo.push(expression);
      }
      todo.push(clause);
    }
    if (boxed) {
      boxes.compared(Interface.EMPTY, each.tag(), todo.context());
    }
  }

  private boolean isConstant(Statement.CaseClause clause) {
    return clause.expressions().stream().allMatch(each -> scan.constant(each).isPresent());
  }

  private void typeSwitch(Statement.TypeSwitch each) {
    todo.push(each.init());
    Optional<String> name = Optional.empty();
    switch (each.guard()) {
      case Statement.Assignment assignment -> {
        todo.pushAll(assignment.right().stream().map(StatementWalk::asserted).toList());
        if (assignment.left().size() == 1
            && assignment.left().getFirst() instanceof Expression.Identifier identifier) {
          name = Optional.of(identifier.name());
        }
      }
      case Statement.ExpressionStatement guard -> todo.push(asserted(guard.expression()));
      default -> {}
    }
    boolean asksForMethods = false;
    for (var statement : each.body().statements()) {
      if (statement instanceof Statement.CaseClause clause) {
        name.ifPresent(it -> scan.variables().declareIn(clause, it, todo.context()));
        asksForMethods |=
            clause.expressions().stream().anyMatch(type -> records.hasMethods(scan.type(type)));
        todo.push(clause);
      }
    }
    if (asksForMethods) {
      records.memory(each.guard(), each.start(), todo.context());
    }
  }

  /** {@return x of {@code x.(type)}} */
  private static Expression asserted(Expression guard) {
    return Syntax.unparenthesized(guard) instanceof Expression.TypeAssertion assertion
        ? assertion.operand()
        : guard;
  }

  private void select(Statement.Select select) {
    records.communication(select, select.start(), todo.context());
    select.body().statements().forEach(todo::push);
  }
}
