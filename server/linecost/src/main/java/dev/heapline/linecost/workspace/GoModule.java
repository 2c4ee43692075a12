package dev.heapline.linecost.workspace;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A Go module whose source lies in the workspace.
 *
 * @param path the module path as {@code go.mod} has it
 * @param folder the folder of {@code go.mod}
 * @param goVersion the version of Go that it asks for, as {@code 1.26}; empty where it names none
 */
public record GoModule(String path, Path folder, String goVersion) {
  /**
   * {@return what is left of an import path or file name below the module; empty where it is not
   * the module or below it}
   */
  public Optional<String> below(String importPath) {
    if (importPath.equals(path)) {
      return Optional.of("");
    }
    return importPath.startsWith(path + "/")
        ? Optional.of(importPath.substring(path.length() + 1))
        : Optional.empty();
  }
}
