package dev.heapline.golang.layout;

import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.World;
import java.util.ArrayDeque;
import java.util.HashSet;

/**
 * Types of the runtime whose values are never on the heap: what points to them is no pointer to the
 * garbage collector.
 *
 * @see <a href="https://go.dev/src/internal/runtime/sys/nih.go">NotInHeap</a>
 */
final class OffHeap {
  private static final String PACKAGE = "internal/runtime/sys";

  /** Types that hold more others are not looked through: nobody writes them. */
  private static final int MOST_TYPES = 500;

  private OffHeap() {}

  static boolean isOffHeap(World world, Type type) {
    // Nobody else may declare such types: the others need not be looked at.
    if (!isOfRuntime(type)) {
      return false;
    }
    var seen = new HashSet<Type>();
    var open = new ArrayDeque<Type>();
    open.push(type);
    while (!open.isEmpty() && seen.size() < MOST_TYPES) {
      if (Type.unalias(open.pop()) instanceof Named named
          && isOfRuntime(named)
          && seen.add(named)) {
        if (isMarker(named)) {
          return true;
        }
        if (Underlying.of(world, named) instanceof Struct struct) {
          struct.fields().forEach(field -> open.push(field.type()));
        }
      }
    }
    return false;
  }

  private static boolean isMarker(Named named) {
    return named.symbol().home().importPath().equals(PACKAGE)
        && named.symbol().name().equals("nih");
  }

  private static boolean isOfRuntime(Type type) {
    if (!(Type.unalias(type) instanceof Named named)) {
      return false;
    }
    String path = named.symbol().home().importPath();
    return path.equals("runtime")
        || path.startsWith("runtime/")
        || path.startsWith("internal/runtime/");
  }
}
