package dev.heapline.golang.types.check;

import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeDefinition;
import dev.heapline.golang.types.TypeParameter;
import java.util.List;
import java.util.Optional;

/** The definition of a type that nobody declares. */
enum UnknownDefinition implements TypeDefinition {
  IT;

  @Override
  public List<TypeParameter> typeParameters() {
    return List.of();
  }

  @Override
  public Type underlying() {
    return Type.UNKNOWN;
  }

  @Override
  public List<FunctionSymbol> methods() {
    return List.of();
  }

  @Override
  public boolean hasPointerReceiver(FunctionSymbol method) {
    return false;
  }

  @Override
  public Optional<FunctionSymbol> method(String name, PackageId from, boolean foldCase) {
    return Optional.empty();
  }
}
