package dev.heapline.golang.types;

import java.util.HashMap;
import java.util.Map;

/** Finds out how much space a type takes: the answer to one question. */
final class Extents {
  private final Sizes sizes;
  private final World world;

  /** By aliases, one may be a part of another many times over. */
  private final Map<Struct, Extent> structs = new HashMap<>(4);

  Extents(Sizes sizes, World world) {
    this.sizes = sizes;
    this.world = world;
  }

  /**
   * Size and alignment, in bytes.
   *
   * @param size −1 where it is too large for the address space
   */
  record Extent(long size, long alignment) {}

  /** Of defined types it is remembered: they may be made of each other many times over. */
  Extent of(Type type) {
    Type under = Underlying.of(world, type);
    if (!(Type.unalias(type) instanceof Named named)
        || !(under instanceof Struct || under instanceof Type.Array)
        || !sizes.equals(world.sizes())) {
      return compute(type, under);
    }
    if (named.isRecursive(world)) {
      return new Extent(sizes.word(), sizes.word());
    }
    var known = named.extent(world);
    if (known == null) {
      known = compute(named, under);
      named.remember(world, known);
    }
    return known;
  }

  private Extent compute(Type type, Type under) {
    return switch (under) {
      case Basic basic when basic.isString() -> new Extent(2L * sizes.word(), sizes.word());
      case Basic basic -> {
        long size = basic.fixedBytes() > 0 ? basic.fixedBytes() : sizes.word();
        yield new Extent(
            size, Math.min(basic.isComplex() ? size / 2 : size, sizes.maximumAlignment()));
      }
      case Type.Slice _ -> new Extent(3L * sizes.word(), sizes.word());
      case Interface _ -> new Extent(2L * sizes.word(), sizes.word());
      case Type.Array(long length, var element) -> {
        var each = of(element);
        long size = length <= 0 ? 0 : each.size();
        if (size > 0) {
          size = size > Long.MAX_VALUE / length ? -1 : size * length;
        }
        yield new Extent(size, each.alignment());
      }
      case Struct struct ->
          struct.fields().isEmpty() && isAtomicAlignment(type) ? new Extent(0, 8) : whole(struct);
      default -> new Extent(sizes.word(), Math.min(sizes.word(), sizes.maximumAlignment()));
    };
  }

  private Extent whole(Struct struct) {
    var known = structs.get(struct);
    if (known == null) {
      // Broken source may have one in itself: there it counts as a recursive type does.
      structs.put(struct, new Extent(sizes.word(), sizes.word()));
      known = layOut(struct, new long[struct.fields().size()]);
      structs.put(struct, known);
    }
    return known;
  }

  /**
   * Lays out the fields of a struct.
   *
   * @param offsets takes where each field starts; −1 from the first one on that lies too far out
   */
  Extent layOut(Struct struct, long[] offsets) {
    long end = 0;
    long last = 0;
    long alignment = 1;
    for (int i = 0; i < offsets.length; i++) {
      var field = of(struct.fields().get(i).type());
      alignment = Math.max(alignment, field.alignment());
      long offset = end < 0 ? -1 : align(end, field.alignment());
      offsets[i] = offset;
      last = field.size();
      end = offset < 0 || last < 0 ? -1 : Math.max(offset + last, -1);
    }
    // A last field without size gets a byte, so that its address lies inside of the struct.
    if (end > 0 && last == 0) {
      end++;
    }
    return new Extent(end < 0 ? -1 : align(end, alignment), alignment);
  }

  /** The compiler aligns this empty struct to 8 bytes, and so 64-bit atomics on 32-bit machines. */
  private static boolean isAtomicAlignment(Type type) {
    return Type.unalias(type) instanceof Named named
        && named.symbol().name().equals("align64")
        && switch (named.symbol().home().importPath()) {
          case "sync/atomic", "internal/runtime/atomic" -> true;
          default -> false;
        };
  }

  private static long align(long offset, long alignment) {
    long rounded = (offset + alignment - 1) / alignment * alignment;
    return rounded < offset ? -1 : rounded;
  }
}
