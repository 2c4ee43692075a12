package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.VariableSymbol;
import java.util.List;

/**
 * Assignments and declarations of variables: boxes, growing maps and strings, uses of variables.
 */
final class Assignments {
  private final Scan scan;
  private final Todo todo;
  private final Boxes boxes;
  private final Concatenations concatenations;
  private final MapAssignments maps;
  private final Parts parts;
  private final GrownSlices grownSlices;

  Assignments(
      Scan scan, Todo todo, Boxes boxes, Concatenations concatenations, GrownSlices grownSlices) {
    this.scan = scan;
    this.todo = todo;
    this.boxes = boxes;
    this.concatenations = concatenations;
    this.maps = new MapAssignments(scan);
    this.parts = new Parts(scan);
    this.grownSlices = grownSlices;
  }

  void declare(Specification.Value specification, boolean ofPackage) {
    var names = specification.names();
    var values = specification.values();
    for (int i = 0; i < names.size(); i++) {
      var value = values.size() == names.size() ? values.get(i) : Expression.ABSENT;
      if (!ofPackage) {
        scan.variables().use(names.get(i), todo.context());
        if (values.isEmpty()) {
          grownSlices.declare(names.get(i), todo.context());
        } else {
          grownSlices.assign(
              names.get(i), value, specification, specification.start(), todo.context());
        }
        // Its zero value stands for nothing that could be looked at.
        scan.variables().assign(names.get(i), specification.end(), value, todo.context());
      }
    }
    values(List.copyOf(names), values, specification.start());
  }

  void assign(Statement.Assignment assignment) {
    var left = assignment.left();
    var right = assignment.right();
    var context = todo.context();
    boolean pairs = left.size() == right.size();
    switch (assignment.operator()) {
      case ASSIGN, DEFINE -> {
        for (int i = 0; i < left.size(); i++) {
          reassign(left.get(i), assignment.end(), pairs ? right.get(i) : Expression.ABSENT);
          maps.target(assignment, left.get(i), assignment.operatorOffset(), context);
          if (pairs) {
            grownSlices.assign(
                left.get(i), right.get(i), assignment, assignment.operatorOffset(), context);
          }
        }
        values(left, right, assignment.operatorOffset());
      }
      default -> {
        if (left.size() == 1 && right.size() == 1) {
          changed(assignment, left.getFirst(), right.getFirst());
        }
      }
    }
    todo.pushAll(left);
    todo.pushAll(right);
  }

  private void changed(Statement.Assignment assignment, Expression target, Expression value) {
    target(assignment, target, assignment.operatorOffset());
    if (assignment.operator() == Token.ADD_ASSIGN && concatenations.isText(scan.type(target))) {
      concatenations.assignment(
          assignment, target, value, assignment.operatorOffset(), todo.context());
    }
  }

  void changed(Statement.IncrementDecrement statement) {
    target(statement, statement.operand(), statement.end() - 2);
  }

  /** Something is assigned to. */
  void target(Node statement, Expression target, int operatorOffset) {
    reassign(
        target,
        statement instanceof Statement.Range ? operatorOffset : statement.end(),
        Expression.ABSENT);
    maps.target(statement, target, operatorOffset, todo.context());
  }

  /** An assignment to a field or an element changes the variable that holds it. */
  private void reassign(Expression target, int at, Expression value) {
    var whole = Syntax.unparenthesized(target);
    if (whole instanceof Expression.Identifier) {
      scan.variables().assign(whole, at, value, todo.context());
      return;
    }
    parts
        .variable(whole)
        .ifPresent(name -> scan.variables().assign(name, at, Expression.ABSENT, todo.context()));
  }

  /** Values become those of targets: boxes, where targets are interfaces. */
  private void values(List<Expression> targets, List<Expression> values, int anchor) {
    if (values.size() == targets.size()) {
      for (int i = 0; i < targets.size(); i++) {
        if (Syntax.unparenthesized(values.get(i)) instanceof Expression.CompositeLiteral literal
            && targets.get(i) instanceof Expression.Identifier) {
          scan.assign(literal, anchor);
        }
        boxes.into(targetType(targets.get(i)), values.get(i), todo.context());
      }
    } else if (values.size() == 1) {
      if (scan.type(values.getFirst()) instanceof Type.Tuple results) {
        for (int i = 0; i < Math.min(targets.size(), results.size()); i++) {
          boxes.result(
              targetType(targets.get(i)),
              results.type(i),
              values.getFirst(),
              anchor,
              todo.context());
        }
      }
    }
  }

  /** {@return the type of a target; names that are declared here have no type of their own} */
  private Type targetType(Expression target) {
    Type type = scan.type(target);
    if (Type.isKnown(type) || !(target instanceof Expression.Identifier name)) {
      return type;
    }
    return switch (scan.facts().symbol(name).orElse(null)) {
      case VariableSymbol variable -> variable.type();
      case GlobalSymbol global -> scan.layouts().world().type(global);
      case null, default -> Type.UNKNOWN;
    };
  }
}
