package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Type;

/** What can be called: an identity, equal across snapshots as long as it is the same function. */
public sealed interface Callable {
  /**
   * A function, or a method of a declared type.
   *
   * @param symbol as it was declared: not the method of an instance
   */
  record Declared(FunctionSymbol symbol) implements Callable {}

  /**
   * A function literal, or the initialization of variables.
   *
   * @param expression the index of the literal in the declaration, {@link
   *     DeclarationCalls#INITIALIZATION} for the initialization of variables
   */
  record Literal(Enclosing enclosing, int expression) implements Callable {}

  /**
   * The top-level declaration that a function literal stands in.
   *
   * @param home its package
   * @param identity the function, or the first of the variables, that it declares; where that does
   *     not tell it from others, an object that stands for this version of it
   */
  record Enclosing(PackageId home, Object identity) {}

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
