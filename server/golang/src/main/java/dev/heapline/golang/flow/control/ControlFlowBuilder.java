package dev.heapline.golang.flow.control;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks a function's body once and makes its blocks. */
final class ControlFlowBuilder {
  private static final int DEAD = -1;

  private final CallEndings endings;
  private final Blocks blocks = new Blocks();
  private final Map<String, Integer> labels = new HashMap<>(0);
  private final Conditions conditions = new Conditions(blocks);

  // Where the next node goes; DEAD after a statement that control does not leave at its end.
  private int current;
  private @Nullable Target targets;

  ControlFlowBuilder(CallEndings endings) {
    this.endings = endings;
  }

  ControlFlow build(Statement.Block body) {
    current = blocks.open(body); // ControlFlow.ENTRY
    blocks.open(null); // ControlFlow.EXIT
    collectLabels(body);
    statement(body, "");
    leave(ControlFlow.EXIT, EdgeKind.RETURN);
    return blocks.build();
  }

  /** Labels that a {@code goto} may jump to; of several equal ones the first counts. */
  private void collectLabels(Statement.Block body) {
    var waiting = new ArrayList<Node>(List.of(body));
    while (!waiting.isEmpty()) {
      switch (waiting.removeLast()) {
        case Statement.Labeled labeled -> {
          labels.computeIfAbsent(labeled.label().name(), _ -> blocks.open(labeled));
          waiting.add(labeled.statement());
        }
        case Statement.Block block -> waiting.addAll(block.statements().reversed());
        case Statement.If choice -> {
          waiting.add(choice.otherwise());
          waiting.add(choice.body());
        }
        case Statement.For loop -> waiting.add(loop.body());
        case Statement.Range loop -> waiting.add(loop.body());
        case Statement.Switch choice -> waiting.add(choice.body());
        case Statement.TypeSwitch choice -> waiting.add(choice.body());
        case Statement.Select choice -> waiting.add(choice.body());
        case Statement.CaseClause clause -> waiting.addAll(clause.body().reversed());
        case Statement.CommunicationClause clause -> waiting.addAll(clause.body().reversed());
        default -> {}
      }
    }
  }

  /** The block for the next node: a new one, which nothing leads to, in dead code. */
  private int here() {
    if (current == DEAD) {
      current = blocks.open(null);
    }
    return current;
  }

  private void add(Node node) {
    blocks.add(here(), node);
  }

  private void add(Expression expression) {
    if (!(expression instanceof Expression.Absent)) {
      add((Node) expression);
    }
  }

  /** Goes on in another block, and from here nowhere else. */
  private void leave(int block, EdgeKind kind) {
    if (current != DEAD) {
      blocks.connect(current, block, kind);
    }
    current = DEAD;
  }

  private void statements(List<Statement> list) {
    for (var each : list) {
      statement(each, "");
    }
  }

  private void statement(Statement statement, String label) {
    switch (statement) {
      case Statement.Absent _, Statement.Skipped _, Statement.Bad _, Statement.Empty _ -> {}
      case Statement.Declared declared -> {
        if (declared.declaration() instanceof Declaration.Variables variables) {
          variables.specifications().forEach(this::add);
        }
      }
      case Statement.Labeled labeled -> labeled(labeled);
      case Statement.ExpressionStatement alone -> expressionStatement(alone);
      case Statement.Send _,
          Statement.IncrementDecrement _,
          Statement.Assignment _,
          Statement.Go _,
          Statement.Defer _ ->
          add(statement);
      case Statement.Return _ -> {
        add(statement);
        leave(ControlFlow.EXIT, EdgeKind.RETURN);
      }
      case Statement.Branch branch -> branch(branch);
      case Statement.Block block -> statements(block.statements());
      case Statement.If choice -> choice(choice);
      case Statement.For loop -> loop(loop, label);
      case Statement.Range loop -> range(loop, label);
      case Statement.Switch choice -> choice(choice, label);
      case Statement.TypeSwitch choice -> typeSwitch(choice, label);
      case Statement.Select select -> select(select, label);
      // Clauses stand in the bodies of what has them; elsewhere the source is broken.
      case Statement.CaseClause clause -> statements(clause.body());
      case Statement.CommunicationClause clause -> statements(clause.body());
    }
  }

  private void labeled(Statement.Labeled labeled) {
    String name = labeled.label().name();
    int block = labels.getOrDefault(name, DEAD);
    if (block == DEAD) {
      statement(labeled.statement(), name);
      return;
    }
    leave(block, EdgeKind.NEXT);
    current = block;
    statement(labeled.statement(), name);
  }

  private void expressionStatement(Statement.ExpressionStatement alone) {
    add(alone);
    var expression = alone.expression();
    while (expression instanceof Expression.Parenthesized inner) {
      expression = inner.inner();
    }
    if (expression instanceof Expression.Call call) {
      switch (endings.of(call)) {
        case RETURNS -> {}
        case UNWINDS -> leave(ControlFlow.EXIT, EdgeKind.UNWIND);
        case STOPS -> current = DEAD;
      }
    }
  }

  private void branch(Statement.Branch branch) {
    String label = branch.label() instanceof Expression.Identifier name ? name.name() : "";
    int target =
        switch (branch.keyword()) {
          case BREAK -> Target.ofBreak(targets, label);
          case CONTINUE -> Target.ofContinue(targets, label);
          case FALLTHROUGH -> targets == null ? Target.NONE : targets.onFallthrough();
          case GOTO -> labels.getOrDefault(label, Target.NONE);
          default -> Target.NONE;
        };
    // A branch to nowhere is a mistake of the source, and no reason to call what follows dead.
    if (target != Target.NONE) {
      here();
      leave(target, EdgeKind.JUMP);
    }
  }

  private void choice(Statement.If statement) {
    int after = blocks.open(null);
    var choice = statement;
    while (true) {
      statement(choice.init(), "");
      int body = blocks.open(choice);
      boolean last = choice.otherwise() instanceof Statement.Absent;
      int otherwise = last ? after : blocks.open(choice);
      conditions.split(here(), choice.condition(), body, otherwise);
      current = body;
      statement(choice.body(), "");
      leave(after, EdgeKind.NEXT);
      current = otherwise;
      if (last) {
        return;
      }
      // A chain of else-ifs can be as long as the file: no recursion.
      if (choice.otherwise() instanceof Statement.If next) {
        choice = next;
      } else {
        statement(choice.otherwise(), "");
        leave(after, EdgeKind.NEXT);
        current = after;
        return;
      }
    }
  }

  private void loop(Statement.For loop, String label) {
    statement(loop.init(), "");
    int head = blocks.open(loop);
    leave(head, EdgeKind.NEXT);
    boolean conditional = !(loop.condition() instanceof Expression.Absent);
    int body = conditional ? blocks.open(null) : head;
    boolean hasPost = !(loop.post() instanceof Statement.Absent);
    int post = hasPost ? blocks.open(null) : head;
    int after = blocks.open(null);
    if (conditional) {
      conditions.split(head, loop.condition(), body, after);
    }
    current = body;
    inside(new Target(targets, label, after, post, Target.NONE), loop.body());
    leave(post, EdgeKind.NEXT);
    if (hasPost) {
      current = post;
      statement(loop.post(), "");
      leave(head, EdgeKind.NEXT);
    }
    current = after;
  }

  private void range(Statement.Range loop, String label) {
    add(loop.operand());
    int head = blocks.open(loop);
    leave(head, EdgeKind.NEXT);
    blocks.add(head, loop);
    int body = blocks.open(null);
    int after = blocks.open(null);
    blocks.connect(head, body, EdgeKind.TRUE);
    blocks.connect(head, after, EdgeKind.FALSE);
    current = body;
    inside(new Target(targets, label, after, head, Target.NONE), loop.body());
    leave(head, EdgeKind.NEXT);
    current = after;
  }

  private void inside(Target target, Statement body) {
    var outer = targets;
    targets = target;
    statement(body, "");
    targets = outer;
  }

  private void clauseBody(List<Statement> body, String label, int after, int onFallthrough) {
    var outer = targets;
    targets = new Target(outer, label, after, Target.NONE, onFallthrough);
    statements(body);
    targets = outer;
    leave(after, EdgeKind.NEXT);
  }

  private static List<Statement.CaseClause> clauses(Statement.Block body) {
    return body.statements().stream()
        .filter(Statement.CaseClause.class::isInstance)
        .map(Statement.CaseClause.class::cast)
        .toList();
  }

  private void choice(Statement.Switch choice, String label) {
    statement(choice.init(), "");
    boolean hasTag = !(choice.tag() instanceof Expression.Absent);
    add(choice.tag());
    var clauses = clauses(choice.body());
    int after = blocks.open(null);
    int[] bodies = clauses.stream().mapToInt(blocks::open).toArray();
    // All cases are tried, in order, before the default clause is chosen.
    int otherwise = after;
    int tests = 0;
    for (int i = 0; i < bodies.length; i++) {
      otherwise = clauses.get(i).isDefault() ? bodies[i] : otherwise;
      tests += clauses.get(i).expressions().size();
    }
    here();
    if (tests == 0) {
      leave(otherwise, EdgeKind.NEXT);
    }
    for (int i = 0; i < bodies.length; i++) {
      for (var each : clauses.get(i).expressions()) {
        int next = --tests == 0 ? otherwise : blocks.open(null);
        if (hasTag) {
          conditions.leaf(current, each, bodies[i], next);
        } else {
          conditions.split(current, each, bodies[i], next);
        }
        current = next;
      }
    }
    for (int i = 0; i < bodies.length; i++) {
      current = bodies[i];
      int below = i + 1 < bodies.length ? bodies[i + 1] : Target.NONE;
      clauseBody(clauses.get(i).body(), label, after, below);
    }
    current = after;
  }

  private void typeSwitch(Statement.TypeSwitch choice, String label) {
    statement(choice.init(), "");
    if (!(choice.guard() instanceof Statement.Absent)) {
      add(choice.guard());
    }
    int start = here();
    int after = blocks.open(null);
    boolean hasDefault = false;
    for (var clause : clauses(choice.body())) {
      hasDefault |= clause.isDefault();
      current = blocks.open(clause);
      blocks.connect(start, current, EdgeKind.CASE);
      clauseBody(clause.body(), label, after, Target.NONE);
    }
    if (!hasDefault) {
      blocks.connect(start, after, EdgeKind.CASE);
    }
    current = after;
  }

  private void select(Statement.Select select, String label) {
    add(select);
    int start = here();
    int after = blocks.open(null);
    for (var each : select.body().statements()) {
      if (each instanceof Statement.CommunicationClause clause) {
        current = blocks.open(clause);
        blocks.connect(start, current, EdgeKind.CASE);
        statement(clause.communication(), "");
        clauseBody(clause.body(), label, after, Target.NONE);
      }
    }
    current = after;
  }
}
