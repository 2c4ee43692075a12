package dev.heapline.linecost.settings;

import dev.heapline.alloc.site.Target;
import java.util.Locale;

/** This machine, in Go's words. */
final class Host {
  private Host() {}

  static Target target() {
    return new Target(
        os(System.getProperty("os.name", "")), architecture(System.getProperty("os.arch", "")));
  }

  private static String os(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mac") || lower.startsWith("darwin")) {
      return "darwin";
    }
    return lower.startsWith("windows") ? "windows" : lower.contains("bsd") ? lower : "linux";
  }

  private static String architecture(String name) {
    return switch (name) {
      case "aarch64", "arm64" -> "arm64";
      case "x86", "i386" -> "386";
      case "arm", "ppc64le", "riscv64", "s390x" -> name;
      default -> "amd64";
    };
  }
}
