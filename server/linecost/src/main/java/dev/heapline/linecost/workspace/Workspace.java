package dev.heapline.linecost.workspace;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders a person has open, and the Go modules in them. An immutable value: when a {@code
 * go.mod} or {@code go.work} changes or a folder is added, a new one is made.
 */
public final class Workspace {
  private final List<Path> roots;
  private final List<GoModule> modules;
  private final Map<String, Path> replaced;

  private Workspace(List<Path> roots, List<GoModule> modules, Map<String, Path> replaced) {
    this.roots = roots;
    this.modules = modules;
    this.replaced = replaced;
  }

  /**
   * {@return the workspace of the given folders} Looks for modules in and beneath them, and above
   * them as the go command does, and in what {@code go.work} uses; a bounded walk.
   *
   * @param roots folders; a file stands for the folder it is in
   */
  public static Workspace of(List<Path> roots, Sources sources) {
    var folders = roots.stream().map(root -> folder(root, sources)).distinct().toList();
    var search = new ModuleSearch(sources);
    folders.forEach(search::search);
    var modules =
        search.modules().values().stream()
            .sorted(
                Comparator.comparingInt((GoModule module) -> -module.folder().getNameCount())
                    .thenComparing(GoModule::folder))
            .toList();
    return new Workspace(folders, modules, Map.copyOf(search.replaced()));
  }

  private static Path folder(Path root, Sources sources) {
    var path = root.toAbsolutePath().normalize();
    return sources.isFile(path) ? Optional.ofNullable(path.getParent()).orElse(path) : path;
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

  /** {@return the folder that a {@code replace} directive puts in place of a module} */
  public Optional<Path> replacement(String modulePath) {
    return Optional.ofNullable(replaced.get(modulePath));
  }

  /** {@return whether the file lies in one of the folders, or in a module of them} */
  public boolean contains(Path file) {
    return roots.stream().anyMatch(file::startsWith) || moduleOf(file).isPresent();
  }

  /**
   * {@return whether the file is one's own: in the workspace, and not a copy that {@code go mod
   * vendor} made of somebody else's}
   */
  public boolean owns(Path file) {
    return contains(file) && !isVendored(file);
  }

  private boolean isVendored(Path file) {
    var base =
        moduleOf(file)
            .map(GoModule::folder)
            .or(() -> roots.stream().filter(file::startsWith).findFirst());
    var relative = base.map(folder -> folder.relativize(file)).orElse(file);
    for (var element : relative) {
      if (element.toString().equals("vendor")) {
        return true;
      }
    }
    return false;
  }

  /** {@return the file's path as a person would say it: relative to its root, with slashes} */
  public String display(Path file) {
    return roots.stream()
        .filter(root -> file.startsWith(root) && !file.equals(root))
        .findFirst()
        .map(root -> root.relativize(file))
        .orElse(file)
        .toString()
        .replace('\\', '/');
  }
}
