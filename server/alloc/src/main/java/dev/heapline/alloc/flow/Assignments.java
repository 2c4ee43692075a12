package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Layout;
import dev.heapline.alloc.type.Selection;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assignments and declarations of variables. */
final class Assignments {
  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Types types;

  Assignments(FunctionFlow function, ExpressionFlow expressions) {
    this.function = function;
    this.expressions = expressions;
    this.types = function.types();
  }

  void assign(Statement.Assignment assignment) {
    List<Expression> left = assignment.left();
    List<Expression> right = assignment.right();
    switch (assignment.operator()) {
      case ASSIGN, DEFINE -> {
        List<Hole> holes = new ArrayList<>();
        for (Expression target : left) {
          if (assignment.operator() != Token.DEFINE || !declares(target)) {
            modified(target);
          }
          holes.add(destination(target, why(target, assignment.start())));
        }
        values(left, right, holes);
      }
      default -> {
        if (left.size() == 1 && right.size() == 1) {
          compound(assignment, left.getFirst(), right.getFirst());
        }
      }
    }
  }

  private void compound(Statement.Assignment assignment, Expression target, Expression value) {
    modified(target);
    destination(target, why(target, assignment.start()));
    if (assignment.operator() == Token.ADD_ASSIGN
        && expressions.concatenation().isText(function.typeOf(target))) {
      expressions
          .concatenation()
          .assignment(assignment, target, value, assignment.operatorOffset());
    } else {
      expressions.discard(value);
    }
  }

  /** {@code var a, b = …} inside a function. */
  void declare(List<Expression.Identifier> names, List<Expression> values, int offset) {
    List<Hole> holes = new ArrayList<>();
    for (Expression.Identifier name : names) {
      declares(name);
      holes.add(destination(name, why(name, offset)));
    }
    values(names, values, holes);
  }

  private void values(
      List<? extends Expression> targets, List<Expression> values, List<Hole> holes) {
    if (values.size() == 1 && targets.size() > 1) {
      several(values.getFirst(), holes);
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      if (i >= targets.size()) {
        expressions.discard(values.get(i));
        continue;
      }
      Expression target = targets.get(i);
      Expression value = values.get(i);
      Hole hole = maybeSelfAssignment(target, value) ? function.graph().discard() : holes.get(i);
      if (value instanceof Expression.FunctionLiteral literal
          && function.local(target).isPresent()) {
        // A variable that is only called may have its literal inlined into its calls.
        expressions.literals().closure(literal, hole, true);
      } else {
        expressions.assign(value, targetType(target), hole);
      }
    }
  }

  private GoType targetType(Expression target) {
    return target instanceof Expression.Identifier identifier && identifier.name().equals("_")
        ? GoType.UNKNOWN
        : function.typeOf(target);
  }

  /** One expression that gives several values: only those of a call lead anywhere for certain. */
  private void several(Expression value, List<Hole> holes) {
    if (value instanceof Expression.Call call) {
      expressions.calls().call(call, holes);
    } else {
      expressions.discard(value);
    }
  }

  /**
   * {@return whether the compiler may take the assignment for one of a part to the same whole,
   * which it ignores}
   */
  private static boolean maybeSelfAssignment(Expression target, Expression value) {
    boolean part =
        target instanceof Expression.Selector
            || target instanceof Expression.Index
            || target instanceof Expression.Star;
    return part
        && (value instanceof Expression.Selector
            || value instanceof Expression.Index
            || value instanceof Expression.Slice);
  }

  /** {@return whether the name is a new variable here, which is then declared} */
  private boolean declares(Expression target) {
    Optional<Entity.Variable> variable =
        function.local(target).filter(each -> each.identifier().equals(target));
    variable.ifPresent(
        each -> {
          function.declare(each);
          large(each);
        });
    return variable.isPresent()
        || (target instanceof Expression.Identifier identifier && identifier.name().equals("_"));
  }

  private void large(Entity.Variable variable) {
    Optional<Layout> layout = types.layout(types.of(variable));
    if (layout.isPresent() && StackLimit.VARIABLE.isExceededBy(layout.get().size())) {
      Candidate site =
          function.site(Kind.VARIABLE, variable.identifier(), variable.start(), types.of(variable));
      site.size(function.sizes().of(types.of(variable)));
      site.onStackUpTo(StackLimit.VARIABLE, layout.get().size());
      Optional.ofNullable(function.variables().get(variable)).ifPresent(site::storage);
    }
  }

  /** Notes that the variable that an expression is a part of changes. */
  void modified(Expression target) {
    modified(target, target.start());
  }

  private void modified(Expression target, int offset) {
    switch (target) {
      case Expression.Parenthesized each -> modified(each.inner(), offset);
      case Expression.Identifier each ->
          function.local(each).ifPresent(variable -> function.use(variable).assignedAt(offset));
      case Expression.Selector each -> {
        switch (types.select(function.typeOf(each.operand()), each.name().name())) {
          case Selection.Field field when field.indirections() > 0 -> {}
          case Selection.Field _ -> modified(each.operand(), offset);
          default -> mayBeModified(each.operand());
        }
      }
      case Expression.Index each -> {
        switch (types.underlying(function.typeOf(each.operand()))) {
          case GoType.Array _ -> modified(each.operand(), offset);
          case GoType.Slice _, GoType.Map _, GoType.Pointer _ -> {}
          default -> mayBeModified(each.operand());
        }
      }
      default -> {}
    }
  }

  private void mayBeModified(Expression part) {
    function.local(root(part)).ifPresent(variable -> function.use(variable).mayTakeAddress());
  }

  private Why why(Expression target, int offset) {
    Expression root = root(target);
    String text = function.unit().text(target);
    String name = text.length() <= 40 && !text.contains("\n") ? text : "a variable";
    return new Why(
        StatementFlow.packageVariable(function, root).isPresent()
            ? "stored in the package variable " + name
            : target instanceof Expression.Identifier ? "assigned to " + name : "stored in " + name,
        offset);
  }

  private static Expression root(Expression target) {
    return switch (target) {
      case Expression.Parenthesized each -> root(each.inner());
      case Expression.Selector each -> root(each.operand());
      case Expression.Index each -> root(each.operand());
      case Expression.Star each -> root(each.operand());
      default -> target;
    };
  }

  /** {@return the hole for values that are stored in an expression; its parts are evaluated} */
  Hole destination(Expression target, Why why) {
    return switch (target) {
      case Expression.Identifier each -> variable(each, why);
      case Expression.Parenthesized each -> destination(each.inner(), why);
      case Expression.Selector each -> field(each, why);
      case Expression.Index each -> element(each, why);
      case Expression.Star each -> {
        expressions.discard(each.operand());
        yield heap(why);
      }
      default -> {
        expressions.discard(target);
        yield function.graph().discard();
      }
    };
  }

  private Hole heap(Why why) {
    return function.graph().heap(why.text(), why.offset());
  }

  private Hole variable(Expression.Identifier identifier, Why why) {
    if (StatementFlow.packageVariable(function, identifier).isPresent()) {
      return heap(why);
    }
    return function
        .local(identifier)
        .filter(_ -> !identifier.name().equals("_"))
        .map(each -> new Hole(function.location(each, identifier.start()), 0, why))
        .orElseGet(function.graph()::discard);
  }

  private Hole field(Expression.Selector selector, Why why) {
    if (selector.operand() instanceof Expression.Identifier identifier
        && function.unit().entity(identifier) instanceof Entity.ImportedPackage) {
      return heap(
          new Why("stored in the variable " + function.unit().text(selector), why.offset()));
    }
    GoType operand = function.typeOf(selector.operand());
    return switch (types.select(operand, selector.name().name())) {
      case Selection.Field field when field.indirections() == 0 ->
          destination(selector.operand(), why);
      case Selection.Field _ -> {
        expressions.discard(selector.operand());
        yield heap(why);
      }
      default -> {
        expressions.discard(selector.operand());
        yield isPointer(operand) ? heap(why) : function.graph().discard();
      }
    };
  }

  private boolean isPointer(GoType type) {
    return types.underlying(type) instanceof GoType.Pointer;
  }

  private Hole element(Expression.Index index, Why why) {
    GoType operand = types.underlying(function.typeOf(index.operand()));
    if (operand instanceof GoType.Map map) {
      expressions.discard(index.operand());
      String key = "a key of the map " + function.unit().text(index.operand());
      Hole keys = function.graph().heap(key, index.start());
      index.indices().forEach(each -> expressions.assign(each, map.key(), keys));
      return heap(why);
    }
    expressions.discards(index.indices());
    if (operand instanceof GoType.Array) {
      return destination(index.operand(), why);
    }
    expressions.discard(index.operand());
    boolean indirect = operand instanceof GoType.Slice || operand instanceof GoType.Pointer;
    return indirect ? heap(why) : function.graph().discard();
  }
}
