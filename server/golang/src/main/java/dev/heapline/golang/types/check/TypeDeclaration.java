package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.types.Alias;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.Underlying;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a type declaration says, in a package or in a function, found out step by step. */
final class TypeDeclaration {
  private final Specification.Type specification;
  private final TypeSymbol symbol;
  private Supplier<Checker> checkers;
  private final Resolution<Declared> declared;
  private final Resolution<Type> underlying;
  private volatile List<TypeParameter> parameters = List.of();
  private final Resolution<Boolean> recursive;
  private boolean cyclic;

  /** What stands right of the name: the type parameters' constraints are known with it. */
  private record Declared(Type right, Type type) {}

  /**
   * @param checkers makes something that checks expressions where the declaration stands
   */
  TypeDeclaration(
      PackageScope scope,
      Specification.Type specification,
      TypeSymbol symbol,
      Supplier<Checker> checkers) {
    this.specification = specification;
    this.symbol = symbol;
    this.checkers = checkers;
    this.declared =
        new Resolution<>(
            scope,
            this::declare,
            new Declared(Type.UNKNOWN, specification.alias() ? Type.UNKNOWN : symbol.type()),
            this::cycleThroughAlias);
    this.underlying = new Resolution<>(scope, this::computeUnderlying, Type.UNKNOWN, this::cycle);
    this.recursive = new Resolution<>(scope, () -> Validity.isRecursive(this), false, () -> {});
    this.parameters =
        specification.typeParameters().isPresent()
            ? TypeParameterLists.make(scope.id(), specification.typeParameters())
            : List.of();
  }

  private void cycle() {
    if (!cyclic) {
      cyclic = true;
      checkers.get().error(specification.name(), message(1));
    }
  }

  private void cycleThroughAlias() {
    if (specification.alias()) {
      cycle();
    }
  }

  TypeSymbol symbol() {
    return symbol;
  }

  Expression.Identifier name() {
    return specification.name();
  }

  Checker checker() {
    return checkers.get();
  }

  /** {@return whether values of the type would contain themselves} */
  boolean isRecursive() {
    return recursive.get();
  }

  /** {@return whether it was found out that they would not} */
  boolean isKnownSound() {
    return recursive.known().map(found -> !found).orElse(false);
  }

  /**
   * Reports that types contain each other, once for all of them.
   *
   * @param cycle these types, from this one on
   */
  void reportRecursive(List<TypeDeclaration> cycle) {
    boolean isKnown = cycle.stream().anyMatch(each -> each.cyclic);
    cycle.forEach(each -> each.cyclic = true);
    if (isKnown) {
      return;
    }
    checkers.get().error(specification.name(), message(cycle.size()));
  }

  private String message(int types) {
    String name = specification.name().name();
    return types > 1
        ? "invalid recursive type " + name
        : "invalid recursive type: " + name + " refers to itself";
  }

  List<TypeParameter> typeParameters() {
    return parameters;
  }

  private Declared declare() {
    var checker = checkers.get();
    var mark = checker.names.enter();
    requireAliases(checker, specification);
    if (!parameters.isEmpty()) {
      checker.typeParameters.declare(specification.typeParameters(), parameters);
    }
    Type right =
        checker.types.declaredType(
            specification.type(), specification.alias() ? null : symbol.type());
    if (Type.unalias(right) instanceof TypeParameter parameter
        && (!specification.alias() || parameters.contains(parameter))) {
      checker.error(
          specification.type(),
          specification.alias()
              ? "cannot use type parameter declared in alias declaration as RHS"
              : "cannot use a type parameter as RHS in type declaration");
      right = Type.UNKNOWN;
    }
    checker.names.leave(mark);
    return new Declared(
        right, specification.alias() ? Alias.declared(symbol, parameters, right) : symbol.type());
  }

  /** Aliases, and those with type parameters, came with later versions of Go. */
  static void requireAliases(Checker checker, Specification.Type specification) {
    if (!specification.alias()) {
      return;
    }
    checker.require(specification.name(), 9, "type alias");
    if (specification.typeParameters().isPresent()
        && !specification.typeParameters().fields().isEmpty()) {
      checker.require(specification.typeParameters().fields().getFirst(), 23, "generic type alias");
    }
  }

  /** Finds out the rest, and lets go of what that took. */
  void settle() {
    underlying();
    isRecursive();
    checkers =
        () -> {
          throw new IllegalStateException("all is known of " + symbol);
        };
  }

  /** Takes over what was found out of the same declaration in the version before. */
  void keep(TypeDeclaration before) {
    parameters = before.parameters;
    declared.keep(before.declared);
    underlying.keep(before.underlying);
    recursive.keep(before.recursive);
    cyclic = before.cyclic;
  }

  /** {@return whether all that others may ask was found out} */
  boolean isResolved() {
    return declared.known().isPresent()
        && (specification.alias() || underlying.known().isPresent())
        && recursive.known().isPresent();
  }

  Type type() {
    // A defined type is its name; only an alias must know what it stands for.
    return specification.alias() ? declared.get().type : symbol.type();
  }

  private Type computeUnderlying() {
    var checker = checkers.get();
    var seen = new ArrayList<Named>(2);
    Type right = declared.get().right;
    while (Type.unalias(right) instanceof Named named && !seen.contains(named)) {
      seen.add(named);
      if (named.symbol() == symbol) {
        cycle();
        return Type.UNKNOWN;
      }
      right = Underlying.of(checker.program, named);
    }
    return Underlying.of(checker.program, right);
  }

  /** {@return the type that stands right of the name} */
  Type right() {
    return declared.get().right;
  }

  Type underlying() {
    return specification.alias() ? Underlying.of(checkers.get().program, type()) : underlying.get();
  }

  /** {@return where the declared type is written} */
  Expression written() {
    return specification.type();
  }
}
