package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.alloc.site.Target;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of the types and constants of one package. Not for several threads at once. */
public final class Types {
  private final Target target;
  private final TypeExpressions written = new TypeExpressions(this);
  private final Members members = new Members(this);
  private final ExpressionTypes expressions = new ExpressionTypes(this);
  private final Constants constants = new Constants(this);
  private final Layouts layouts;

  /** Starts with nothing known; everything is looked up when it is first asked for. */
  public Types(Target target) {
    this.target = target;
    this.layouts = new Layouts(this, target);
  }

  /** {@return the machine whose sizes hold} */
  public Target target() {
    return target;
  }

  /** {@return the type that a type expression denotes} */
  public GoType written(Unit unit, Expression type) {
    return written.resolve(unit, type);
  }

  /** {@return whether an expression certainly denotes a type} */
  public boolean isType(Unit unit, Expression expression) {
    return written.isType(unit, expression);
  }

  /** {@return the type with its names looked through} */
  public GoType underlying(GoType type) {
    return written.underlying(type);
  }

  /** {@return the type of a value; an untyped kind for an untyped constant} */
  public GoType of(Unit unit, Expression expression) {
    return expressions.of(unit, expression);
  }

  /** {@return the type of a variable} */
  public GoType of(Entity.Variable variable) {
    return expressions.of(variable);
  }

  /** {@return the type that a variable gets from a value: {@code int} for an untyped integer} */
  public GoType defaulted(GoType type) {
    return expressions.defaulted(type);
  }

  /** {@return the signature of a declared function or method} */
  public GoType.Signature signature(Entity.Function function) {
    GoType type = written.resolve(function.unit(), function.declaration().type());
    return type instanceof GoType.Signature signature
        ? signature
        : written.signature(function.unit(), function.declaration().type());
  }

  /** {@return what {@code x.name} selects, where x has the given type} */
  public Selection select(GoType operand, String name) {
    return members.select(operand, name);
  }

  /** {@return the value of a constant expression; unknown where it is none or is not known} */
  public Constant constant(Unit unit, Expression expression) {
    return constants.value(unit, expression);
  }

  /** {@return the value of an integer constant that fits a long} */
  public OptionalLong integer(Unit unit, Expression expression) {
    return constants.integer(unit, expression);
  }

  /** {@return size and alignment; empty where any part of the type is not known} */
  public Optional<Layout> layout(GoType type) {
    return layouts.of(type);
  }

  /** {@return whether values of the type hold pointers, as far as that is known} */
  public Ternary pointers(GoType type) {
    return layouts.pointers(type);
  }

  /** {@return how many elements the array or slice of a literal has} */
  public OptionalLong elementCount(Unit unit, Expression.CompositeLiteral literal) {
    return expressions.elementCount(unit, literal);
  }

  /** {@return whether the type is an interface, as far as that is known} */
  public Ternary isInterface(GoType type) {
    return switch (underlying(type)) {
      case GoType.Unknown _, GoType.Imported _, GoType.Parameter _ -> Ternary.UNKNOWN;
      case GoType.Interface _, GoType.PredeclaredInterface _ -> Ternary.YES;
      default -> Ternary.NO;
    };
  }
}
