package dev.heapline.golang.types;

import java.util.List;
import java.util.Optional;

/** What a type declaration says, found out when it is first asked for. */
public interface TypeDefinition {
  /** {@return the declared type parameters; empty where the type is not generic} */
  List<TypeParameter> typeParameters();

  /**
   * {@return the underlying type of what is declared, with its type parameters; {@link
   * Type#UNKNOWN} while that is being found out}
   */
  Type underlying();

  /**
   * {@return whether values of the type would contain themselves: a mistake that leaves it without
   * a size}
   */
  default boolean isRecursive() {
    return false;
  }

  /** {@return the declared methods, in the order of their declaration} */
  List<FunctionSymbol> methods();

  /** {@return whether a method of this type is declared with a pointer as its receiver} */
  boolean hasPointerReceiver(FunctionSymbol method);

  /** {@return the declared method of that name, as seen from a package} */
  Optional<FunctionSymbol> method(String name, PackageId from, boolean foldCase);
}
