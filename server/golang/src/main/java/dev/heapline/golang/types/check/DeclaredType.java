package dev.heapline.golang.types.check;

import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeDefinition;
import dev.heapline.golang.types.TypeParameter;
import java.util.List;

/** A type that a package or a function declares. */
interface DeclaredType extends TypeDefinition {
  /** {@return what its declaration says} */
  TypeDeclaration declaration();

  /** {@return where it stands among the package's declarations; later ones have larger numbers} */
  long place();

  @Override
  default List<TypeParameter> typeParameters() {
    return declaration().typeParameters();
  }

  @Override
  default Type underlying() {
    return declaration().underlying();
  }

  @Override
  default boolean isRecursive() {
    return declaration().isRecursive();
  }
}
