package dev.heapline.alloc.flow;

import dev.heapline.alloc.heap.Allocator;
import dev.heapline.alloc.heap.RuntimeObjects;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Layout;
import dev.heapline.alloc.type.Ternary;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Expression;
import java.util.Optional;
import java.util.OptionalLong;

/** The bytes of allocation sites. */
final class SiteSizes {
  private static final long LARGEST_ALLOCATION = 1L << 48;
  private static final int LONGEST_FORMULA = 40;

  private final Types types;
  private final Allocator allocator;
  private final RuntimeObjects runtime;

  SiteSizes(Types types) {
    this.types = types;
    this.allocator = new Allocator(types.target());
    this.runtime = new RuntimeObjects(allocator);
  }

  /** {@return the size of one object of the type} */
  Size of(GoType type) {
    Optional<Layout> layout = types.layout(type);
    Ternary pointers = types.pointers(type);
    return layout.isEmpty() || pointers == Ternary.UNKNOWN
        ? Size.UNKNOWN
        : fixed(layout.get().size(), pointers == Ternary.YES);
  }

  Size fixed(long bytes, boolean pointers) {
    return bytes < 0 || bytes > LARGEST_ALLOCATION
        ? Size.UNKNOWN
        : new Size.Fixed(bytes, allocator.sizeClass(bytes, pointers));
  }

  /** {@return the size of an array of so many elements} */
  Size elements(GoType element, OptionalLong count) {
    Optional<Layout> layout = types.layout(element);
    Ternary pointers = types.pointers(element);
    if (layout.isEmpty()
        || count.isEmpty()
        || pointers == Ternary.UNKNOWN
        || count.getAsLong() < 0
        || count.getAsLong() > LARGEST_ALLOCATION / Math.max(1, layout.get().size())) {
      return Size.UNKNOWN;
    }
    return fixed(layout.get().size() * count.getAsLong(), pointers == Ternary.YES);
  }

  /** {@return the size of an array of as many elements as an expression says} */
  Size elements(GoType element, Unit unit, Expression count) {
    OptionalLong constant = types.integer(unit, count);
    if (constant.isPresent()) {
      return elements(element, constant);
    }
    Optional<Layout> layout = types.layout(element);
    return layout.isEmpty()
        ? Size.UNKNOWN
        : new Size.Variable(0, OptionalLong.empty(), times(layout.get().size(), unit, count));
  }

  /** {@return a size that depends on values, as the formula says} */
  static Size variable(String formula) {
    return new Size.Variable(0, OptionalLong.empty(), formula);
  }

  /** {@return {@code factor·count}, in terms of the source} */
  static String times(long factor, Unit unit, Expression count) {
    String text = unit.text(count);
    if (text.length() > LONGEST_FORMULA || text.contains("\n")) {
      return "";
    }
    boolean simple =
        switch (count) {
          case Expression.Identifier _, Expression.Selector _, Expression.Call _ -> true;
          default -> false;
        };
    String operand = simple ? text : "(" + text + ")";
    return factor == 1 ? text : factor + "·" + operand;
  }

  /** {@return the size of what {@code make(chan T, capacity)} allocates} */
  Size channel(GoType element, OptionalLong capacity) {
    Optional<Layout> layout = types.layout(element);
    Ternary pointers = types.pointers(element);
    if (types.target().wordSize() != Long.BYTES
        || layout.isEmpty()
        || capacity.isEmpty()
        || (pointers == Ternary.UNKNOWN && capacity.getAsLong() > 0)) {
      return Size.UNKNOWN;
    }
    return runtime
        .channel(layout.get().size(), pointers == Ternary.YES, capacity.getAsLong())
        .orElse(Size.UNKNOWN);
  }

  /** {@return the size of what {@code make(map[K]V, hint)} allocates at once} */
  Size map(GoType key, GoType value, OptionalLong hint) {
    if (types.target().wordSize() != Long.BYTES || hint.isEmpty() || hint.getAsLong() < 0) {
      return Size.UNKNOWN;
    }
    if (RuntimeObjects.startsEmpty(hint.getAsLong())) {
      return runtime.emptyMap();
    }
    Optional<RuntimeObjects.Slot> keySlot = slot(key);
    Optional<RuntimeObjects.Slot> valueSlot = slot(value);
    return keySlot.isEmpty() || valueSlot.isEmpty()
        ? Size.UNKNOWN
        : runtime.map(keySlot.get(), valueSlot.get(), hint.getAsLong()).orElse(Size.UNKNOWN);
  }

  /** {@return the size of a map literal of so many elements} */
  Size mapLiteral(GoType key, GoType value, int count) {
    if (types.target().wordSize() != Long.BYTES) {
      return Size.UNKNOWN;
    }
    if (count == 0) {
      return runtime.emptyMap();
    }
    Optional<RuntimeObjects.Slot> keySlot = slot(key);
    Optional<RuntimeObjects.Slot> valueSlot = slot(value);
    if (keySlot.isEmpty() || valueSlot.isEmpty() || indirect(keySlot.get(), valueSlot.get())) {
      return Size.UNKNOWN;
    }
    return RuntimeObjects.startsEmpty(count)
        ? runtime.smallMap(keySlot.get(), valueSlot.get())
        : map(key, value, OptionalLong.of(count));
  }

  private static boolean indirect(RuntimeObjects.Slot key, RuntimeObjects.Slot value) {
    return key.bytes() > 128 || value.bytes() > 128;
  }

  private Optional<RuntimeObjects.Slot> slot(GoType type) {
    Ternary pointers = types.pointers(type);
    return pointers == Ternary.UNKNOWN
        ? Optional.empty()
        : types
            .layout(type)
            .map(
                layout ->
                    new RuntimeObjects.Slot(
                        layout.size(), layout.alignment(), pointers == Ternary.YES));
  }
}
