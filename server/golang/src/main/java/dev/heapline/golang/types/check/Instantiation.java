package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Alias;
import dev.heapline.golang.types.Comparability;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Substitution;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Generic types and functions with type arguments: "Instantiations" of the specification. */
final class Instantiation {
  private final Checker checker;

  Instantiation(Checker checker) {
    this.checker = checker;
  }

  /** {@return the type {@code G[A, B]}} */
  Type type(Expression.Index index) {
    checker.require(index.operand().end(), 18, "type instantiation");
    Type generic = checker.types.genericType(index.operand(), index.indices());
    if (!Type.isKnown(generic) && !(generic instanceof Alias)) {
      return Type.UNKNOWN;
    }
    var arguments = checker.types.list(index.indices());
    if (arguments.isEmpty()) {
      return Type.UNKNOWN;
    }
    return instance(index, generic, arguments.get());
  }

  private Type instance(Expression.Index index, Type generic, List<Type> arguments) {
    var parameters =
        switch (generic) {
          case Named named -> named.parameters(checker.program);
          case Alias alias -> alias.parameters();
          default -> List.<TypeParameter>of();
        };
    if (parameters.size() != arguments.size()) {
      boolean few = arguments.size() < parameters.size();
      checker.error(
          Anchor.of(index.operand()),
          (few ? "not enough" : "too many")
              + " type arguments for type "
              + (generic instanceof Named named
                  ? named.symbol().name()
                  : ((Alias) generic).symbol().name())
              + ": have "
              + arguments.size()
              + ", want "
              + parameters.size());
      return Type.UNKNOWN;
    }
    var name = StructTypes.embeddedName(index.operand());
    if (name != null) {
      checker.facts.instantiate(name, arguments);
    }
    checker.later(
        () -> {
          if (generic instanceof Named named) {
            // The constraints are known with what the type is made of.
            named.underlying(checker.program);
          }
          var of = generic instanceof Alias alias ? alias.symbol() : ((Named) generic).symbol();
          verify(
              Anchor.of(index.operand()), Optional.of(of), index.indices(), parameters, arguments);
        });
    return generic instanceof Alias alias
        ? alias.instantiate(checker.program, arguments)
        : Named.of(((Named) generic).symbol(), arguments);
  }

  /** Reports the first type argument that does not satisfy its constraint. */
  private void verify(
      int at,
      Optional<Symbol> of,
      List<Expression> places,
      List<TypeParameter> parameters,
      List<Type> arguments) {
    if (arguments.stream().anyMatch(each -> !TypeParameter.mentioned(each).isEmpty())) {
      checker.facts.add(new Facts.OpenInstance(of, parameters, arguments));
    }
    var substitution = Substitution.of(checker.program, parameters, arguments);
    for (int i = 0; i < parameters.size(); i++) {
      Type bound = substitution.apply(parameters.get(i).bound(checker.program));
      Type constraint = substitution.apply(parameters.get(i).constraint());
      var obstacle =
          checker.implementation.obstacle(
              arguments.get(i), Type.isKnown(constraint) ? named(constraint, bound) : bound, true);
      if (obstacle.isPresent()) {
        checker.softError(i < places.size() ? places.get(i).start() : at, obstacle.get());
        return;
      }
      if (!checker.allows(20) && comparesLoosely(arguments.get(i), bound)) {
        checker.require(
            i < places.size() ? places.get(i).start() : at,
            20,
            checker.text(arguments.get(i)) + " to satisfy comparable");
      }
    }
  }

  /** Whether a type satisfies {@code comparable} at the risk of a panic. */
  private boolean comparesLoosely(Type argument, Type bound) {
    return checker.under(bound) instanceof dev.heapline.golang.types.Interface declared
        && declared.typeSet(checker.program).isComparable()
        && !Comparability.isStrict(checker.program, argument);
  }

  private Type named(Type constraint, Type bound) {
    return checker.under(constraint) instanceof dev.heapline.golang.types.Interface
        ? constraint
        : bound;
  }

  /**
   * {@return the signature of a generic function for the given type arguments, one for each type
   * parameter}
   *
   * @param at where errors are reported
   * @param function the expression that is instantiated
   * @param places where type arguments are written, as far as they are
   */
  Signature signature(
      int at,
      Expression function,
      Signature generic,
      List<Type> arguments,
      @Nullable List<Expression> places) {
    var parameters = generic.typeParameters();
    var plain = generic.withTypeParameters(List.of());
    var instance = (Signature) Substitution.of(checker.program, parameters, arguments).apply(plain);
    Expression named =
        Expressions.unparenthesized(function) instanceof Expression.Index index
            ? index.operand()
            : function;
    var name =
        switch (Expressions.unparenthesized(named)) {
          case Expression.Identifier identifier -> Optional.of(identifier);
          case Expression.Selector selector -> Optional.of(selector.name());
          default -> Optional.<Expression.Identifier>empty();
        };
    name.ifPresent(each -> checker.facts.instantiate(each, arguments));
    var of = name.flatMap(checker.facts::symbol);
    checker.later(() -> verify(at, of, places == null ? List.of() : places, parameters, arguments));
    return instance;
  }
}
