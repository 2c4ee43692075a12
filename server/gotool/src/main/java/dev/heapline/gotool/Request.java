package dev.heapline.gotool;

import dev.heapline.gotool.command.BuildSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * What is asked for.
 *
 * @param folder absolute path from which patterns count
 * @param patterns packages as the go command takes them: import paths, {@code ./store}, {@code
 *     ./...}
 * @param tests also the packages with their test files, and the external tests
 * @param settings what to build for
 */
public record Request(Path folder, List<String> patterns, boolean tests, BuildSettings settings) {
  /**
   * The list is copied.
   *
   * @throws IllegalArgumentException if the folder is not absolute or there is no pattern
   */
  public Request {
    patterns = List.copyOf(patterns);
    if (!folder.isAbsolute() || patterns.isEmpty()) {
      throw new IllegalArgumentException("expected an absolute folder and at least one pattern");
    }
  }
}
