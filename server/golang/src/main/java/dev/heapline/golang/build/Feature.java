package dev.heapline.golang.build;

import dev.heapline.golang.module.GoEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What processors of an architecture are taken to be able to do: {@code GOAMD64} and its like.
 *
 * @param variable the setting, as {@code GOAMD64}
 * @param value what it is, as {@code v3}
 * @param tags those that hold, as {@code amd64.v1} to {@code amd64.v3}
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Build_constraints">build constraints</a>
 */
record Feature(String variable, String value, List<String> tags) {
  /**
   * {@return what a build for an architecture supposes; without a variable where the architecture
   * has none}
   */
  static Feature of(GoEnvironment environment, String architecture) {
    String variable = variableOf(architecture);
    String least = leastOf(architecture);
    String value = variable.isEmpty() ? "" : environment.get(variable, least);
    var tags = upTo(architecture, plain(value));
    // A value that Go would refuse counts as none.
    return new Feature(
        variable, value, tags.isEmpty() && !least.isEmpty() ? upTo(architecture, least) : tags);
  }

  /** {@return what a build for an architecture supposes where nothing is set} */
  static Feature of(String architecture) {
    String least = leastOf(architecture);
    return new Feature(variableOf(architecture), least, upTo(architecture, least));
  }

  /** {@return the setting that chooses among an architecture's features; empty where none does} */
  static String variableOf(String architecture) {
    return switch (architecture) {
      case "386", "amd64", "arm", "arm64", "mips", "mips64", "ppc64", "riscv64", "wasm" ->
          "GO" + architecture.toUpperCase(Locale.ROOT);
      case "mipsle", "mips64le", "ppc64le" ->
          variableOf(architecture.substring(0, architecture.length() - "le".length()));
      default -> "";
    };
  }

  private static String leastOf(String architecture) {
    return switch (architecture) {
      case "386" -> "sse2";
      case "amd64" -> "v1";
      case "arm" -> "7";
      case "arm64" -> "v8.0";
      case "mips", "mipsle", "mips64", "mips64le" -> "hardfloat";
      case "ppc64", "ppc64le" -> "power8";
      case "riscv64" -> "rva20u64";
      default -> "";
    };
  }

  /** {@return the tags that hold with a feature; none where Go knows no such feature} */
  static List<String> upTo(String architecture, String feature) {
    var all = ladder(architecture, feature);
    var satisfied = architecture.equals("wasm") ? all : all.subList(0, all.indexOf(feature) + 1);
    return satisfied.stream().map(each -> architecture + "." + each).toList();
  }

  /** The features of an architecture, of which each comes with those before it. */
  private static List<String> ladder(String architecture, String feature) {
    return switch (architecture) {
      case "386", "mips", "mipsle", "mips64", "mips64le" ->
          List.of("sse2", "hardfloat", "softfloat").contains(feature)
              ? List.of(feature)
              : List.of();
      case "amd64" -> List.of("v1", "v2", "v3", "v4");
      case "arm" -> List.of("5", "6", "7");
      case "arm64" -> arm64(feature);
      case "ppc64", "ppc64le" -> List.of("power8", "power9", "power10");
      case "riscv64" -> List.of("rva20u64", "rva22u64", "rva23u64");
      // Always on.
      case "wasm" -> List.of("satconv", "signext");
      default -> List.of();
    };
  }

  /** Version 9.n has all that 8.(n+5) has. */
  private static List<String> arm64(String version) {
    if (!version.matches("v8\\.[0-9]|v9\\.[0-5]")) {
      return List.of();
    }
    int minor = version.charAt(3) - '0';
    boolean eight = version.charAt(1) == '8';
    var ofEight =
        IntStream.rangeClosed(0, eight ? minor : Math.min(minor + 5, 9)).mapToObj(n -> "v8." + n);
    var ofNine = IntStream.rangeClosed(0, eight ? -1 : minor).mapToObj(n -> "v9." + n);
    return Stream.concat(ofEight, ofNine).toList();
  }

  /** What stands before a comma: {@code 7} of {@code 7,hardfloat}. */
  private static String plain(String list) {
    int comma = list.indexOf(',');
    return comma < 0 ? list : list.substring(0, comma);
  }
}
