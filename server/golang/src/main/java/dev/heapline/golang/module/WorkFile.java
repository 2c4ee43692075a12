package dev.heapline.golang.module;

import dev.heapline.golang.module.ModFile.Replace;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code go.work} says.
 *
 * @param name the file as messages name it
 * @param go the version of the {@code go} line
 * @param toolchain the name in the {@code toolchain} line
 * @param godebugs settings of the runtime, {@code key=value}
 * @param uses the folders of the workspace's modules
 * @param replaces the replacements in order, which count before those of the modules
 * @param problems what is wrong with the file; what could be read stands beside it
 */
public record WorkFile(
    String name,
    Optional<String> go,
    Optional<String> toolchain,
    List<String> godebugs,
    List<Use> uses,
    List<Replace> replaces,
    List<ModFileProblem> problems) {
  /**
   * A module of the workspace.
   *
   * @param folder as written, relative to the {@code go.work} or absolute
   * @param line 1-based
   */
  public record Use(String folder, int line) {}

  /**
   * {@return what a {@code go.work} says}
   *
   * @param name the file as messages name it
   */
  public static WorkFile parse(String name, byte[] bytes) {
    return new WorkFileParser(name).parse(bytes);
  }

  /** {@return the version of Go that the workspace is for; 1.18 where it does not say} */
  public String goVersion() {
    return go.orElse(GoVersion.OF_GO_WORK_WITHOUT_LINE);
  }
}
