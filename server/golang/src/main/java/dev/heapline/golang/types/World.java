package dev.heapline.golang.types;

import dev.heapline.golang.constant.Constant;

/**
 * What is known of all packages of a snapshot: the place where identities are looked up.
 *
 * <p>Answers may need another package's declarations and compute them first; they never need the
 * body of a function.
 */
public interface World {
  /**
   * {@return an object that is another one whenever a declaration of any package may have changed;
   * edits inside of function bodies leave it alone}
   */
  Object generation();

  /** {@return what a type declaration says; an unknown type's for a symbol that is not declared} */
  TypeDefinition definition(TypeSymbol symbol);

  /** {@return the type that a declared name stands for: an {@link Alias} or a {@link Named}} */
  Type type(TypeSymbol symbol);

  /** {@return the type of a package's variable or constant} */
  Type type(GlobalSymbol symbol);

  /** {@return the value of a package's constant; unknown for a variable} */
  Constant value(GlobalSymbol symbol);

  /** {@return the signature of a package's function or of a declared type's method} */
  Signature signature(FunctionSymbol symbol);

  /** {@return the name in a package's package clause} */
  String packageName(PackageId id);

  /** {@return how large things are on the platform} */
  Sizes sizes();
}
