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
    return extent(world, type).map(Named.Extent::size).orElseGet(() -> computeSize(world, type));
  }

  /** What is remembered of a defined type, for those that are made of many others. */
  private Optional<Named.Extent> extent(World world, Type type) {
    if (!(Type.unalias(type) instanceof Named named) || !isComposite(named.underlying(world))) {
      return Optional.empty();
    }
    if (named.isRecursive(world)) {
      return Optional.of(new Named.Extent(word, word));
    }
    if (!equals(world.sizes())) {
      return Optional.empty();
    }
    var known = named.extent(world);
    if (known == null) {
      known = new Named.Extent(computeSize(world, named), computeAlignment(world, named));
      named.remember(world, known);
    }
    return Optional.of(known);
  }

  private static boolean isComposite(Type type) {
    return type instanceof Struct || type instanceof Type.Array;
  }

  private long computeSize(World world, Type type) {
    return switch (Underlying.of(world, type)) {
      case Basic basic when basic.fixedBytes() > 0 -> basic.fixedBytes();
      case Basic basic when basic.isString() -> 2L * word;
      case Type.Slice _ -> 3L * word;
      case Interface _ -> 2L * word;
      case Type.Array(long length, var element) -> {
        long size = length <= 0 ? 0 : sizeOf(world, element);
        if (size <= 0) {
          yield size;
        }
        yield size > Long.MAX_VALUE / length ? -1 : size * length;
      }
      case Struct struct -> sizeOf(world, struct);
      default -> word;
    };
  }

  private long sizeOf(World world, Struct struct) {
    int count = struct.fields().size();
    if (count == 0) {
      return 0;
    }
    long last = offsets(world, struct)[count - 1];
    long size = sizeOf(world, struct.fields().getLast().type());
    if (last < 0 || size < 0) {
      return -1;
    }
    // A last field without size gets a byte, so that its address lies inside of the struct.
    long end = last + (last > 0 && size == 0 ? 1 : size);
    return align(end, alignmentOf(world, struct));
  }

  /** {@return where each field starts; −1 from the first one on that lies too far out} */
  public long[] offsets(World world, Struct struct) {
    int count = struct.fields().size();
    long[] offsets = new long[count];
    long offset = 0;
    for (int i = 0; i < count; i++) {
      Type type = struct.fields().get(i).type();
      if (offset >= 0) {
        offset = align(offset, alignmentOf(world, type));
      }
      offsets[i] = Math.max(offset, -1);
      long size = sizeOf(world, type);
      offset = offset < 0 || size < 0 ? -1 : Math.max(offset + size, -1);
    }
    return offsets;
  }

  /** {@return the alignment of a variable of that type, at least 1} */
  public long alignmentOf(World world, Type type) {
    return extent(world, type)
        .map(Named.Extent::alignment)
        .orElseGet(() -> computeAlignment(world, type));
  }

  private long computeAlignment(World world, Type type) {
    return switch (Underlying.of(world, type)) {
      case Type.Array(_, var element) -> alignmentOf(world, element);
      case Struct struct -> {
        if (struct.fields().isEmpty() && isAtomicAlignment(type)) {
          yield 8;
        }
        long most = 1;
        for (var field : struct.fields()) {
          most = Math.max(most, alignmentOf(world, field.type()));
        }
        yield most;
      }
      case Type.Slice _, Interface _ -> word;
      case Basic basic when basic.isString() -> word;
      case Basic basic -> {
        long size = Math.max(1, sizeOf(world, basic));
        yield Math.min(basic.isComplex() ? size / 2 : size, maximumAlignment);
      }
      default -> Math.min(word, maximumAlignment);
    };
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
