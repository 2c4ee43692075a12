package dev.heapline.alloc.site;

import java.util.Set;

/**
 * The machine that the analysed program is built for.
 *
 * @param os the value of GOOS
 * @param architecture the value of GOARCH
 */
public record Target(String os, String architecture) {
  private static final Set<String> THIRTY_TWO_BITS =
      Set.of("386", "arm", "armbe", "mips", "mipsle", "ppc", "riscv", "s390", "sparc");

  /** The target where nothing else is said. */
  public static final Target LINUX_AMD64 = new Target("linux", "amd64");

  /** {@return the bytes of a pointer, of {@code int} and of {@code uintptr}: 4 or 8} */
  public int wordSize() {
    return THIRTY_TWO_BITS.contains(architecture) ? 4 : 8;
  }
}
