package dev.heapline.golang.packages;

import dev.heapline.golang.module.GoEnvironment;
import java.util.ArrayList;
import java.util.List;

/**
 * The tags for what a processor can do, as {@code amd64.v2}: {@code GOAMD64} and its like.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Build_constraints">build constraints</a>
 */
final class ArchitectureTags {
  private ArchitectureTags() {}

  /** {@return the tags that hold for an architecture} */
  static List<String> of(GoEnvironment environment, String architecture) {
    return switch (architecture) {
      case "386" -> List.of("386." + environment.get("GO386", "sse2"));
      case "amd64" ->
          upTo("amd64.v", 1, number(environment.get("GOAMD64", "v1").substring(1), 1), "");
      case "arm" -> upTo("arm.", 5, number(first(environment.get("GOARM", "7")), 7), "");
      case "arm64" -> arm64(first(environment.get("GOARM64", "v8.0")));
      case "mips", "mipsle" -> List.of(architecture + "." + environment.get("GOMIPS", "hardfloat"));
      case "mips64", "mips64le" ->
          List.of(architecture + "." + environment.get("GOMIPS64", "hardfloat"));
      case "ppc64", "ppc64le" ->
          upTo(
              architecture + ".power",
              8,
              number(environment.get("GOPPC64", "power8").replace("power", ""), 8),
              "");
      case "riscv64" -> riscv(environment.get("GORISCV64", "rva20u64"));
      case "wasm" -> List.of("wasm.satconv", "wasm.signext");
      default -> List.of();
    };
  }

  private static List<String> upTo(String prefix, int from, int to, String suffix) {
    var tags = new ArrayList<String>();
    for (int each = from; each <= to; each++) {
      tags.add(prefix + each + suffix);
    }
    return tags;
  }

  /** Version 9.n has all that 8.(n+5) has. */
  private static List<String> arm64(String version) {
    if (!version.matches("v[89]\\.[0-9]")) {
      return arm64("v8.0");
    }
    int minor = version.charAt(3) - '0';
    if (version.charAt(1) == '8') {
      return upTo("arm64.v8.", 0, minor, "");
    }
    var tags = new ArrayList<>(upTo("arm64.v8.", 0, Math.min(minor + 5, 9), ""));
    tags.addAll(upTo("arm64.v9.", 0, minor, ""));
    return tags;
  }

  private static List<String> riscv(String profile) {
    var known = List.of("rva20u64", "rva22u64", "rva23u64");
    int last = Math.max(known.indexOf(profile), 0);
    return known.subList(0, last + 1).stream().map(each -> "riscv64." + each).toList();
  }

  /** What stands before a comma: {@code 7} of {@code 7,hardfloat}. */
  private static String first(String list) {
    int comma = list.indexOf(',');
    return comma < 0 ? list : list.substring(0, comma);
  }

  private static int number(String digits, int otherwise) {
    return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : otherwise;
  }
}
