package dev.heapline.golang.types;

import java.util.Optional;

/**
 * How large values are and where they may lie in memory, in bytes, as the gc compiler has it.
 *
 * @param word size of a pointer
 * @param maximumAlignment alignment that no type exceeds
 */
public record Sizes(int word, int maximumAlignment) {
  /** The sizes of amd64 and most others. */
  public static final Sizes WORD_64 = new Sizes(8, 8);

  private static final Sizes WORD_32 = new Sizes(4, 4);

  /** {@return the sizes of a GOARCH; empty where gc knows none of that name} */
  public static Optional<Sizes> of(String architecture) {
    return switch (architecture) {
      case "386", "arm", "mips", "mipsle" -> Optional.of(WORD_32);
      case "amd64p32" -> Optional.of(new Sizes(4, 8));
      case "amd64",
          "arm64",
          "loong64",
          "mips64",
          "mips64le",
          "ppc64",
          "ppc64le",
          "riscv64",
          "s390x",
          "sparc64",
          "wasm" ->
          Optional.of(WORD_64);
      default -> Optional.empty();
    };
  }

  /**
   * {@return the size of a value of that type; −1 where it is too large for the address space}
   *
   * @param type no type parameter, nor a type made of one
   */
  public long sizeOf(World world, Type type) {
    return extent(world, type).size();
  }

  /** {@return the alignment of a variable of that type, at least 1} */
  public long alignmentOf(World world, Type type) {
    return extent(world, type).alignment();
  }

  /** {@return where each field starts; −1 from the first one on that lies too far out} */
  public long[] offsets(World world, Struct struct) {
    long[] offsets = new long[struct.fields().size()];
    layOut(world, struct, offsets);
    return offsets;
  }

  /**
   * Size and alignment, in bytes.
   *
   * @param size −1 where it is too large for the address space
   */
  record Extent(long size, long alignment) {}

  /** Of defined types it is remembered: they may be made of each other many times over. */
  private Extent extent(World world, Type type) {
    Type under = Underlying.of(world, type);
    if (!(Type.unalias(type) instanceof Named named)
        || !(under instanceof Struct || under instanceof Type.Array)
        || !equals(world.sizes())) {
      return compute(world, type, under);
    }
    if (named.isRecursive(world)) {
      return new Extent(word, word);
    }
    var known = named.extent(world);
    if (known == null) {
      known = compute(world, named, under);
      named.remember(world, known);
    }
    return known;
  }

  private Extent compute(World world, Type type, Type under) {
    return switch (under) {
      case Basic basic when basic.isString() -> new Extent(2L * word, word);
      case Basic basic -> {
        long size = basic.fixedBytes() > 0 ? basic.fixedBytes() : word;
        yield new Extent(size, Math.min(basic.isComplex() ? size / 2 : size, maximumAlignment));
      }
      case Type.Slice _ -> new Extent(3L * word, word);
      case Interface _ -> new Extent(2L * word, word);
      case Type.Array(long length, var element) -> {
        var each = extent(world, element);
        long size = length <= 0 ? 0 : each.size();
        if (size > 0) {
          size = size > Long.MAX_VALUE / length ? -1 : size * length;
        }
        yield new Extent(size, each.alignment());
      }
      case Struct struct ->
          struct.fields().isEmpty() && isAtomicAlignment(type)
              ? new Extent(0, 8)
              : layOut(world, struct, new long[struct.fields().size()]);
      default -> new Extent(word, Math.min(word, maximumAlignment));
    };
  }

  private Extent layOut(World world, Struct struct, long[] offsets) {
    long end = 0;
    long last = 0;
    long alignment = 1;
    for (int i = 0; i < offsets.length; i++) {
      var field = extent(world, struct.fields().get(i).type());
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
