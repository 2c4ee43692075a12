package dev.heapline.golang.module;

import java.util.Locale;
import java.util.Set;

/**
 * An operating system and an architecture, as Go names them.
 *
 * @param os {@code GOOS}, as {@code linux}
 * @param architecture {@code GOARCH}, as {@code amd64}
 */
public record Platform(String os, String architecture) {
  /** Where no C compiler works with Go, though Go itself does. */
  private static final Set<String> WITHOUT_CGO =
      Set.of("linux/sparc", "openbsd/mips64", "openbsd/ppc64", "windows/arm");

  /** {@return the platform that this process runs on, by the Java runtime's own account} */
  public static Platform ofThisMachine() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String os =
        system.startsWith("windows")
            ? "windows"
            : system.startsWith("mac") ? "darwin" : system.startsWith("sunos") ? "solaris" : system;
    return new Platform(
        os,
        switch (System.getProperty("os.arch", "")) {
          case "x86_64", "amd64" -> "amd64";
          case "x86", "i386", "i686" -> "386";
          case "aarch64" -> "arm64";
          case String other -> other;
        });
  }

  /** {@return whether cgo works there when nobody says otherwise} */
  public boolean hasCgo() {
    return !Set.of("plan9", "js", "wasip1").contains(os) && !WITHOUT_CGO.contains(toString());
  }

  /** {@return {@code os/architecture}} */
  @Override
  public String toString() {
    return os + '/' + architecture;
  }
}
