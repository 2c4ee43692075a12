package dev.heapline.golang.layout;

import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;

/**
 * What it takes to put a value into an interface.
 *
 * @see <a href="https://go.dev/src/cmd/compile/internal/walk/convert.go">the compiler's choice</a>
 * @see <a href="https://go.dev/src/runtime/iface.go">the runtime's part</a>
 */
final class BoxCost {
  private final TypeLayouts layouts;
  private final SizeClasses classes;

  BoxCost(TypeLayouts layouts, SizeClasses classes) {
    this.layouts = layouts;
    this.classes = classes;
  }

  HeapCost of(Type type, ValueLayout layout) {
    Type sole = soleComponent(type);
    if (Underlying.of(layouts.world(), type) instanceof Interface
        || isPointer(layout)
        || layout.size() == 0
        || isOneByte(sole, layout)) {
      // The word of an interface says it all, or points into a table that the program has.
      return HeapCost.NONE;
    }
    var object = classes.cost(layout);
    return maySpare(sole, layout) ? object.orNone() : object;
  }

  /** What is as large as a pointer and is one takes the place of the pointer. */
  private boolean isPointer(ValueLayout layout) {
    return layout.size() == classes.word() && layout.pointerBytes() == classes.word();
  }

  private static boolean isOneByte(Type sole, ValueLayout layout) {
    return sole instanceof Basic basic
        && (basic.isBoolean() || (basic.isInteger() && layout.size() == 1));
  }

  /** Whether some values need no object: numbers under 256, the empty string, the nil slice. */
  private boolean maySpare(Type sole, ValueLayout layout) {
    boolean number =
        (layout.size() == 2 && layout.alignment() == 2)
            || (layout.size() == 4 && layout.alignment() == 4 && !layout.hasPointers())
            || (layout.size() == 8
                && layout.alignment() == classes.word()
                && !layout.hasPointers());
    return number
        || sole instanceof Type.Slice
        || (sole instanceof Basic basic && basic.isString());
  }

  /** What a type comes to that is a struct of one field or an array of one element. */
  private Type soleComponent(Type type) {
    Type sole = Underlying.of(layouts.world(), type);
    while (true) {
      if (sole instanceof Struct struct && struct.fields().size() == 1) {
        sole = Underlying.of(layouts.world(), struct.fields().getFirst().type());
      } else if (sole instanceof Type.Array(long length, var element) && length == 1) {
        sole = Underlying.of(layouts.world(), element);
      } else {
        return sole;
      }
    }
  }
}
