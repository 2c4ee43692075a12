package dev.heapline.golang.module;

import java.util.List;
import java.util.Optional;

/**
 * What a {@code go.mod} says.
 *
 * @param name the file as messages name it
 * @param module the module path; empty where the {@code module} line is missing
 * @param deprecated the message of a {@code Deprecated:} comment at the module line, or empty
 * @param go the version of the {@code go} line, as {@code 1.27} or {@code 1.27.3}
 * @param toolchain the name in the {@code toolchain} line, as {@code go1.27.3} or {@code default}
 * @param godebugs settings of the runtime, {@code key=value}
 * @param requires the requirements in order
 * @param replaces the replacements in order
 * @param excludes the versions that count as not required
 * @param retracts the versions that the author took back
 * @param tools import paths of the commands that {@code go tool} runs
 * @param ignores folders that patterns pass over, as written
 * @param problems what is wrong with the file; what could be read stands beside it
 */
public record ModFile(
    String name,
    String module,
    String deprecated,
    Optional<String> go,
    Optional<String> toolchain,
    List<String> godebugs,
    List<Require> requires,
    List<Replace> replaces,
    List<ModuleVersion> excludes,
    List<Retract> retracts,
    List<String> tools,
    List<String> ignores,
    List<ModFileProblem> problems) {
  /**
   * A requirement.
   *
   * @param module what is required
   * @param indirect whether a comment says that no package of the main module imports it
   * @param line 1-based
   */
  public record Require(ModuleVersion module, boolean indirect, int line) {}

  /**
   * A replacement.
   *
   * @param old what is replaced; without a version, all versions
   * @param by the module at a version, or a folder without one
   * @param line 1-based
   */
  public record Replace(ModuleVersion old, ModuleVersion by, int line) {}

  /**
   * Versions that the author took back.
   *
   * @param low the first
   * @param high the last, which may be the same
   * @param rationale why, or empty
   */
  public record Retract(String low, String high, String rationale) {}

  /**
   * {@return what the {@code go.mod} of a main module says} Everything in it counts.
   *
   * @param name the file as messages name it
   */
  public static ModFile parse(String name, byte[] bytes) {
    return new ModFileParser(name, true).parse(bytes);
  }

  /**
   * {@return what the {@code go.mod} of a dependency says} Only {@code module}, {@code go}, {@code
   * require}, {@code retract} and {@code ignore} count there; the rest is passed over, known or
   * not.
   *
   * @param name the file as messages name it
   */
  public static ModFile parseDependency(String name, byte[] bytes) {
    return new ModFileParser(name, false).parse(bytes);
  }

  /** {@return the version of Go that the module is written for; 1.16 where it does not say} */
  public String goVersion() {
    return go.orElse(GoVersion.OF_GO_MOD_WITHOUT_LINE);
  }

  /**
   * {@return whether the requirements list all that the module's packages need, so that those of
   * its dependencies need not be read} So it is since Go 1.17.
   *
   * @see <a href="https://go.dev/ref/mod#graph-pruning">graph pruning</a>
   */
  public boolean isPruned() {
    return go.isPresent() && GoVersion.isAtLeast(go.get(), "1.17");
  }

  /** {@return whether the path means a folder: it is rooted or starts with a dot element} */
  public static boolean isFolder(String path) {
    return path.equals(".")
        || path.equals("..")
        || path.startsWith("./")
        || path.startsWith(".\\")
        || path.startsWith("../")
        || path.startsWith("..\\")
        || path.startsWith("/")
        || path.startsWith("\\")
        || (path.length() >= 2 && path.charAt(1) == ':' && isAsciiLetter(path.charAt(0)));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
