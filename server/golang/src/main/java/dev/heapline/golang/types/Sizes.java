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
    return new Extents(this, world).of(type).size();
  }

  /** {@return the alignment of a variable of that type, at least 1} */
  public long alignmentOf(World world, Type type) {
    return new Extents(this, world).of(type).alignment();
  }

  /** {@return where each field starts; −1 from the first one on that lies too far out} */
  public long[] offsets(World world, Struct struct) {
    long[] offsets = new long[struct.fields().size()];
    new Extents(this, world).layOut(struct, offsets);
    return offsets;
  }
}
