package dev.heapline.alloc.scope;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import java.util.List;

/** Resolves the identifiers of one top-level declaration. */
final class NameResolution {
  /** Deeper trees are no code that people write; their inner names stay unresolved. */
  private static final int MAXIMUM_DEPTH = 1500;

  private final Unit unit;
  private final Entity[] entities;
  private final Scope scope;
  private int depth;

  NameResolution(Unit unit, Entity[] entities) {
    this.unit = unit;
    this.entities = entities;
    this.scope = new Scope(unit);
  }

  void resolve(Declaration declaration) {
    switch (declaration) {
      case Declaration.Function function -> function(function);
      case Declaration.Imports _, Declaration.Bad _ -> {}
      case Declaration.Constants constants -> {
        for (Specification.Value each : constants.specifications()) {
          expression(each.type());
          expressions(each.values());
          each.names().forEach(name -> record(name, unit.scope().lookup(name.name())));
        }
      }
      case Declaration.Variables variables -> {
        for (Specification.Value each : variables.specifications()) {
          expression(each.type());
          expressions(each.values());
          each.names().forEach(name -> record(name, unit.scope().lookup(name.name())));
        }
      }
      case Declaration.Types types -> types.specifications().forEach(each -> typeBody(each));
    }
  }

  private void record(Expression.Identifier identifier, Entity entity) {
    int index = identifier.index();
    if (index >= 0 && index < entities.length) {
      entities[index] = entity;
    }
  }

  private void declare(Expression.Identifier identifier, Entity entity) {
    record(identifier, entity);
    scope.declare(identifier.name(), entity);
  }

  private void function(Declaration.Function function) {
    scope.enter();
    for (Field receiver : function.receiver().fields()) {
      receiverTypeParameters(receiver.type());
    }
    typeParameters(function.type().typeParameters());
    function.receiver().fields().forEach(each -> expression(each.type()));
    signatureTypes(function.type());
    fields(function.receiver(), Entity.Role.RECEIVER);
    signatureNames(function.type());
    if (function.body() instanceof Statement.Block block) {
      statements(block.statements());
    }
    scope.leave();
  }

  /** The names in {@code (x *T[P, Q])} declare type parameters. */
  private void receiverTypeParameters(Expression type) {
    switch (type) {
      case Expression.Star star -> receiverTypeParameters(star.operand());
      case Expression.Parenthesized parenthesized -> receiverTypeParameters(parenthesized.inner());
      case Expression.Index index -> {
        for (Expression each : index.indices()) {
          if (each instanceof Expression.Identifier identifier) {
            declare(identifier, typeParameter(identifier, Expression.ABSENT));
          }
        }
      }
      default -> {}
    }
  }

  private Entity.TypeName typeParameter(Expression.Identifier identifier, Expression constraint) {
    return new Entity.TypeName(unit, identifier.name(), FieldList.NONE, false, true, constraint);
  }

  private void typeParameters(FieldList list) {
    for (Field field : list.fields()) {
      field.names().forEach(name -> declare(name, typeParameter(name, field.type())));
    }
    list.fields().forEach(field -> expression(field.type()));
  }

  private void signatureTypes(Expression.FunctionType type) {
    type.parameters().fields().forEach(field -> expression(field.type()));
    type.results().fields().forEach(field -> expression(field.type()));
  }

  private void signatureNames(Expression.FunctionType type) {
    fields(type.parameters(), Entity.Role.PARAMETER);
    fields(type.results(), Entity.Role.RESULT);
  }

  private void fields(FieldList list, Entity.Role role) {
    for (Field field : list.fields()) {
      for (Expression.Identifier name : field.names()) {
        declare(name, new Entity.Variable(unit, role, name, field.type(), Expression.ABSENT, -1));
      }
    }
  }

  private void typeBody(Specification.Type specification) {
    scope.enter();
    typeParameters(specification.typeParameters());
    expression(specification.type());
    scope.leave();
  }

  private void block(List<Statement> statements) {
    scope.enter();
    statements(statements);
    scope.leave();
  }

  private void statements(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    if (++depth > MAXIMUM_DEPTH) {
      depth--;
      return;
    }
    switch (statement) {
      case Statement.Absent _,
          Statement.Skipped _,
          Statement.Bad _,
          Statement.Empty _,
          Statement.Branch _ -> {}
      case Statement.Declared declared -> local(declared.declaration());
      case Statement.Labeled labeled -> statement(labeled.statement());
      case Statement.ExpressionStatement each -> expression(each.expression());
      case Statement.Send send -> {
        expression(send.channel());
        expression(send.value());
      }
      case Statement.IncrementDecrement each -> expression(each.operand());
      case Statement.Assignment assignment -> assignment(assignment);
      case Statement.Go go -> expression(go.call());
      case Statement.Defer defer -> expression(defer.call());
      case Statement.Return each -> expressions(each.results());
      case Statement.Block block -> block(block.statements());
      case Statement.If each -> {
        scope.enter();
        statement(each.init());
        expression(each.condition());
        statement(each.body());
        statement(each.otherwise());
        scope.leave();
      }
      case Statement.For each -> {
        scope.enter();
        statement(each.init());
        expression(each.condition());
        statement(each.post());
        statement(each.body());
        scope.leave();
      }
      case Statement.Range range -> range(range);
      case Statement.Switch each -> {
        scope.enter();
        statement(each.init());
        expression(each.tag());
        clauses(each.body());
        scope.leave();
      }
      case Statement.TypeSwitch each -> typeSwitch(each);
      case Statement.Select select -> clauses(select.body());
      case Statement.CaseClause clause -> {
        expressions(clause.expressions());
        block(clause.body());
      }
      case Statement.CommunicationClause clause -> {
        scope.enter();
        statement(clause.communication());
        statements(clause.body());
        scope.leave();
      }
    }
    depth--;
  }

  private void clauses(Statement.Block body) {
    body.statements().forEach(this::statement);
  }

  private void local(Declaration declaration) {
    switch (declaration) {
      case Declaration.Constants constants -> {
        for (Specification.Value each : constants.specifications()) {
          expression(each.type());
          expressions(each.values());
        }
        Declared.constants(constants, unit, scope::declare);
      }
      case Declaration.Variables variables -> {
        for (Specification.Value each : variables.specifications()) {
          expression(each.type());
          expressions(each.values());
          for (int i = 0; i < each.names().size(); i++) {
            Expression.Identifier name = each.names().get(i);
            declare(
                name,
                Declared.variable(
                    unit,
                    Entity.Role.LOCAL,
                    name,
                    each.type(),
                    each.values(),
                    i,
                    each.names().size()));
          }
        }
      }
      case Declaration.Types types -> {
        for (Specification.Type each : types.specifications()) {
          declare(each.name(), Declared.type(each, unit));
          typeBody(each);
        }
      }
      case Declaration.Imports _, Declaration.Function _, Declaration.Bad _ -> {}
    }
  }

  private void assignment(Statement.Assignment assignment) {
    expressions(assignment.right());
    if (assignment.operator() != Token.DEFINE) {
      expressions(assignment.left());
      return;
    }
    int count = assignment.left().size();
    for (int i = 0; i < count; i++) {
      if (assignment.left().get(i) instanceof Expression.Identifier name) {
        define(
            name,
            Declared.variable(
                unit, Entity.Role.LOCAL, name, Expression.ABSENT, assignment.right(), i, count));
      } else {
        expression(assignment.left().get(i));
      }
    }
  }

  /** What {@code :=} does to a name: a variable of the same block is assigned, not declared. */
  private void define(Expression.Identifier name, Entity.Variable variable) {
    if (scope.declaredHere(name.name())) {
      expression(name);
    } else {
      declare(name, variable);
    }
  }

  private void range(Statement.Range range) {
    expression(range.operand());
    scope.enter();
    if (range.operator() == Token.DEFINE) {
      rangeVariable(range.key(), range.operand(), 0);
      rangeVariable(range.value(), range.operand(), 1);
    } else {
      expression(range.key());
      expression(range.value());
    }
    statement(range.body());
    scope.leave();
  }

  private void rangeVariable(Expression target, Expression operand, int position) {
    if (target instanceof Expression.Identifier name) {
      declare(
          name,
          new Entity.Variable(unit, Entity.Role.RANGE, name, Expression.ABSENT, operand, position));
    }
  }

  private void typeSwitch(Statement.TypeSwitch each) {
    scope.enter();
    statement(each.init());
    Statement guard = each.guard();
    if (guard instanceof Statement.Assignment assignment
        && assignment.left().size() == 1
        && assignment.left().getFirst() instanceof Expression.Identifier name) {
      expressions(assignment.right());
      for (Statement statement : each.body().statements()) {
        if (statement instanceof Statement.CaseClause clause) {
          typeCase(clause, name, assignment.right());
        }
      }
    } else {
      statement(guard);
      clauses(each.body());
    }
    scope.leave();
  }

  /** Each clause has a variable of its own, of the type that the clause names if it names one. */
  private void typeCase(
      Statement.CaseClause clause, Expression.Identifier name, List<Expression> guard) {
    expressions(clause.expressions());
    scope.enter();
    Expression type =
        clause.expressions().size() == 1 ? clause.expressions().getFirst() : Expression.ABSENT;
    Expression value =
        guard.size() == 1 && guard.getFirst() instanceof Expression.TypeAssertion assertion
            ? assertion.operand()
            : Expression.ABSENT;
    boolean named = !clause.expressions().isEmpty();
    var variable =
        Entity.Variable.ofClause(
            unit,
            name,
            type,
            value,
            named ? clause.expressions().getLast().start() : clause.start(),
            named ? clause.expressions().getLast().end() : clause.colon());
    scope.declare(name.name(), variable);
    statements(clause.body());
    scope.leave();
  }

  private void expressions(List<? extends Expression> expressions) {
    expressions.forEach(this::expression);
  }

  private void expression(Expression expression) {
    if (++depth > MAXIMUM_DEPTH) {
      depth--;
      return;
    }
    // The left spine in a loop: chains of operators, selectors and calls are long.
    Expression rest = expression;
    while (!(rest instanceof Expression.Absent)) {
      rest = step(rest);
    }
    depth--;
  }

  /** Resolves all of an expression but the operand that it returns. */
  private Expression step(Expression expression) {
    switch (expression) {
      case Expression.Absent _, Expression.Bad _, Expression.BasicLiteral _ -> {}
      case Expression.Identifier identifier -> record(identifier, scope.lookup(identifier.name()));
      case Expression.CompositeLiteral literal -> compositeLiteral(literal);
      case Expression.FunctionLiteral literal -> {
        scope.enter();
        signatureTypes(literal.type());
        signatureNames(literal.type());
        statements(literal.body().statements());
        scope.leave();
      }
      case Expression.Parenthesized each -> {
        return each.inner();
      }
      case Expression.Selector each -> {
        return each.operand();
      }
      case Expression.Index each -> {
        expressions(each.indices());
        return each.operand();
      }
      case Expression.Slice each -> {
        expression(each.low());
        expression(each.high());
        expression(each.max());
        return each.operand();
      }
      case Expression.TypeAssertion each -> {
        expression(each.type());
        return each.operand();
      }
      case Expression.Call each -> {
        expressions(each.arguments());
        return each.function();
      }
      case Expression.Star each -> {
        return each.operand();
      }
      case Expression.Unary each -> {
        return each.operand();
      }
      case Expression.Binary each -> {
        expression(each.right());
        return each.left();
      }
      case Expression.KeyValue each -> {
        expression(each.key());
        return each.value();
      }
      case Expression.Ellipsis each -> {
        return each.element();
      }
      case Expression.ArrayType each -> {
        expression(each.length());
        return each.element();
      }
      case Expression.SliceType each -> {
        return each.element();
      }
      case Expression.StructType each ->
          each.fields().fields().forEach(field -> expression(field.type()));
      case Expression.FunctionType each -> signatureTypes(each);
      case Expression.InterfaceType each ->
          each.elements().fields().forEach(field -> expression(field.type()));
      case Expression.MapType each -> {
        expression(each.key());
        return each.value();
      }
      case Expression.ChannelType each -> {
        return each.element();
      }
    }
    return Expression.ABSENT;
  }

  private void compositeLiteral(Expression.CompositeLiteral literal) {
    expression(literal.type());
    boolean keysAreFields = !indexed(literal.type(), 0);
    for (Expression element : literal.elements()) {
      if (keysAreFields
          && element instanceof Expression.KeyValue pair
          && pair.key() instanceof Expression.Identifier) {
        expression(pair.value());
      } else {
        expression(element);
      }
    }
  }

  /**
   * {@return whether the keys of a literal of this type are expressions: true for arrays, slices
   * and maps}
   */
  private boolean indexed(Expression type, int depthOfNames) {
    return switch (type) {
      case Expression.ArrayType _, Expression.SliceType _, Expression.MapType _ -> true;
      case Expression.Parenthesized each -> indexed(each.inner(), depthOfNames);
      case Expression.Index each -> indexed(each.operand(), depthOfNames);
      case Expression.Identifier each ->
          depthOfNames < 20
              && scope.lookup(each.name()) instanceof Entity.TypeName name
              && indexed(name.type(), depthOfNames + 1);
      default -> false;
    };
  }
}
