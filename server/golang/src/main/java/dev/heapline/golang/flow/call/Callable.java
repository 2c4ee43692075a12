package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.check.Facts;

/** What can be called: an identity, equal across snapshots as long as it is the same function. */
public sealed interface Callable {
  /**
   * A function, or a method of a declared type.
   *
   * @param symbol as it was declared: not the method of an instance
   */
  record Declared(FunctionSymbol symbol) implements Callable {}

  /**
   * A function literal.
   *
   * @param facts those of the top-level declaration around it, an identity of that declaration's
   *     version
   * @param expression the index of the literal in that declaration
   */
  record Literal(Facts facts, int expression) implements Callable {
    @Override
    public boolean equals(Object other) {
      return other instanceof Literal literal
          && literal.facts == facts
          && literal.expression == expression;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(facts) + expression;
    }
  }

  /**
   * A method of an interface, which stands for those of all types that implement it.
   *
   * @param home the package in which the method's name means this method
   * @param type the interface, or a type parameter with such a constraint
   */
  record Abstract(String name, PackageId home, Type type) implements Callable {}

  /** Any function of a type that is used as a value somewhere. */
  record Value(Type type) implements Callable {}

  /** A function that the language itself defines. */
  record Language(Builtin function) implements Callable {}
}
