package dev.heapline.golang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The children of nodes, for those who walk trees without looking at each kind of node.
 *
 * <p>Trees can be deep: walk them with a stack of your own.
 */
public final class Children {
  private final Consumer<? super Node> children;

  private Children(Consumer<? super Node> children) {
    this.children = children;
  }

  /**
   * {@return the children of a node in the order in which go/ast visits them: doc and line comments
   * among them, absent ones left out}
   */
  public static List<Node> of(Node node) {
    var children = new ArrayList<Node>();
    forEach(node, children::add);
    return children;
  }

  /** Does something with each of the children that {@link #of} gives, in the same order. */
  public static void forEach(Node node, Consumer<? super Node> action) {
    var collected = new Children(action);
    switch (node) {
      case Expression expression -> collected.addAllOf(expression);
      case Statement statement -> collected.addAllOf(statement);
      case Declaration declaration -> collected.addAllOf(declaration);
      case Specification specification -> collected.addAllOf(specification);
      case Field field ->
          collected
              .add(field.doc())
              .add(field.names())
              .add(field.type())
              .add(field.tag())
              .add(field.comment());
      case FieldList list -> collected.add(list.fields());
      case CommentGroup _ -> {}
    }
  }

  private Children add(Node child) {
    boolean present =
        switch (child) {
          case Expression.Absent _, Statement.Absent _ -> false;
          case CommentGroup group -> !group.comments().isEmpty();
          case FieldList list -> list.isPresent();
          default -> true;
        };
    if (present) {
      children.accept(child);
    }
    return this;
  }

  private Children add(List<? extends Node> list) {
    list.forEach(children);
    return this;
  }

  private Children addAllOf(Expression expression) {
    return switch (expression) {
      case Expression.Absent _,
          Expression.Bad _,
          Expression.Identifier _,
          Expression.BasicLiteral _ ->
          this;
      case Expression.CompositeLiteral x -> add(x.type()).add(x.elements());
      case Expression.FunctionLiteral x -> add(x.type()).add(x.body());
      case Expression.Parenthesized x -> add(x.inner());
      case Expression.Selector x -> add(x.operand()).add(x.name());
      case Expression.Index x -> add(x.operand()).add(x.indices());
      case Expression.Slice x -> add(x.operand()).add(x.low()).add(x.high()).add(x.max());
      case Expression.TypeAssertion x -> add(x.operand()).add(x.type());
      case Expression.Call x -> add(x.function()).add(x.arguments());
      case Expression.Star x -> add(x.operand());
      case Expression.Unary x -> add(x.operand());
      case Expression.Binary x -> add(x.left()).add(x.right());
      case Expression.KeyValue x -> add(x.key()).add(x.value());
      case Expression.Ellipsis x -> add(x.element());
      case Expression.ArrayType x -> add(x.length()).add(x.element());
      case Expression.SliceType x -> add(x.element());
      case Expression.StructType x -> add(x.fields());
      case Expression.FunctionType x ->
          add(x.typeParameters()).add(x.parameters()).add(x.results());
      case Expression.InterfaceType x -> add(x.elements());
      case Expression.MapType x -> add(x.key()).add(x.value());
      case Expression.ChannelType x -> add(x.element());
    };
  }

  private Children addAllOf(Statement statement) {
    return switch (statement) {
      case Statement.Absent _, Statement.Skipped _, Statement.Bad _, Statement.Empty _ -> this;
      case Statement.Declared x -> add(x.declaration());
      case Statement.Labeled x -> add(x.label()).add(x.statement());
      case Statement.ExpressionStatement x -> add(x.expression());
      case Statement.Send x -> add(x.channel()).add(x.value());
      case Statement.IncrementDecrement x -> add(x.operand());
      case Statement.Assignment x -> add(x.left()).add(x.right());
      case Statement.Go x -> add(x.call());
      case Statement.Defer x -> add(x.call());
      case Statement.Return x -> add(x.results());
      case Statement.Branch x -> add(x.label());
      case Statement.Block x -> add(x.statements());
      case Statement.If x -> add(x.init()).add(x.condition()).add(x.body()).add(x.otherwise());
      case Statement.For x -> add(x.init()).add(x.condition()).add(x.post()).add(x.body());
      case Statement.Range x -> add(x.key()).add(x.value()).add(x.operand()).add(x.body());
      case Statement.Switch x -> add(x.init()).add(x.tag()).add(x.body());
      case Statement.TypeSwitch x -> add(x.init()).add(x.guard()).add(x.body());
      case Statement.Select x -> add(x.body());
      case Statement.CaseClause x -> add(x.expressions()).add(x.body());
      case Statement.CommunicationClause x -> add(x.communication()).add(x.body());
    };
  }

  private Children addAllOf(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Bad _ -> this;
      case Declaration.Imports x -> add(x.doc()).add(x.specifications());
      case Declaration.Constants x -> add(x.doc()).add(x.specifications());
      case Declaration.Variables x -> add(x.doc()).add(x.specifications());
      case Declaration.Types x -> add(x.doc()).add(x.specifications());
      case Declaration.Function x ->
          add(x.doc()).add(x.receiver()).add(x.name()).add(x.type()).add(x.body());
    };
  }

  private Children addAllOf(Specification specification) {
    return switch (specification) {
      case Specification.Import x -> add(x.doc()).add(x.name()).add(x.path()).add(x.comment());
      case Specification.Value x ->
          add(x.doc()).add(x.names()).add(x.type()).add(x.values()).add(x.comment());
      case Specification.Type x ->
          add(x.doc()).add(x.name()).add(x.typeParameters()).add(x.type()).add(x.comment());
    };
  }
}
