package dev.heapline.golang.layout;

import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.World;

/**
 * Types of the runtime whose values are never on the heap: what points to them is no pointer to the
 * garbage collector.
 *
 * @see <a href="https://go.dev/src/internal/runtime/sys/nih.go">NotInHeap</a>
 */
final class OffHeap {
  private static final String PACKAGE = "internal/runtime/sys";

  private OffHeap() {}

  static boolean isOffHeap(World world, Type type) {
    // Nobody else may declare such types: the others need not be looked at.
    if (!(Type.unalias(type) instanceof Named named) || !isOfRuntime(named)) {
      return false;
    }
    return isMarker(named)
        || (Underlying.of(world, named) instanceof Struct struct
            && struct.fields().stream().anyMatch(field -> isOffHeap(world, field.type())));
  }

  private static boolean isMarker(Named named) {
    return named.symbol().home().importPath().equals(PACKAGE)
        && named.symbol().name().equals("nih");
  }

  private static boolean isOfRuntime(Named named) {
    String path = named.symbol().home().importPath();
    return path.equals("runtime")
        || path.startsWith("runtime/")
        || path.startsWith("internal/runtime/");
  }
}
