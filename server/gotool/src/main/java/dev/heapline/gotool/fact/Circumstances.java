package dev.heapline.gotool.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a package was compiled with, as far as it changes what the compiler decides.
 *
 * @param version the compiler's, as {@code go1.27.3}
 * @param goos target operating system
 * @param goarch target architecture
 * @param tags build tags, sorted
 * @param flags build flags in force that change verdicts or sizes, as {@code -race}, {@code
 *     -cover}, {@code -N}, {@code -l}
 * @param profile the profile that guided inlining, an absolute path
 */
public record Circumstances(
    String version,
    String goos,
    String goarch,
    List<String> tags,
    List<String> flags,
    Optional<String> profile) {
  /** The lists are copied. */
  public Circumstances {
    tags = List.copyOf(tags);
    flags = List.copyOf(flags);
  }

  /**
   * {@return what must be stated beside the facts, because an ordinary build decides otherwise; one
   * short sentence each, without a full stop}
   */
  public List<String> statements() {
    List<String> statements = new ArrayList<>();
    for (String flag : flags) {
      statements.add(
          switch (flag) {
            case "-N" -> "compiled without optimization (-N): more is on the heap";
            case "-l" -> "compiled without inlining (-l): more is on the heap";
            case "-race" -> "compiled for the race detector (-race): inlining and sizes differ";
            case "-msan" -> "compiled for the memory sanitizer (-msan)";
            case "-asan" -> "compiled for the address sanitizer (-asan)";
            case "-cover" -> "compiled with coverage counters (-cover): less is inlined";
            default -> "compiled with " + flag;
          });
    }
    profile.ifPresent(path -> statements.add("inlining guided by the profile " + path));
    return statements;
  }
}
