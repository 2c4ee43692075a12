package dev.heapline.linecost.workspace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the modules of a workspace, and which folders stand in for modules of the module cache. */
final class ModuleSearch {
  private final Sources sources;
  private final Map<Path, GoModule> modules = new LinkedHashMap<>();
  private final Map<String, Path> replaced = new LinkedHashMap<>();

  ModuleSearch(Sources sources) {
    this.sources = sources;
  }

  /** {@return the modules by folder} */
  Map<Path, GoModule> modules() {
    return modules;
  }

  /** {@return the folders that replace modules, by module path} */
  Map<String, Path> replaced() {
    return replaced;
  }

  /** Looks in and beneath a folder, and above it as the go command does. */
  void search(Path root) {
    for (var folder = Optional.of(root); folder.isPresent(); folder = parent(folder.get())) {
      if (addModule(folder.get())) {
        break;
      }
    }
    for (var folder = Optional.of(root); folder.isPresent(); folder = parent(folder.get())) {
      if (addWork(folder.get())) {
        break;
      }
    }
    FolderWalk.files(
        root,
        (file, _) -> {
          if (file.endsWith("go.mod")) {
            addModule(folderOf(file));
          } else if (file.endsWith("go.work")) {
            addWork(folderOf(file));
          }
        });
  }

  private boolean addModule(Path folder) {
    if (modules.containsKey(folder)) {
      return true;
    }
    var file = sources.read(folder.resolve("go.mod")).map(ModFile::parse);
    var path = file.flatMap(ModFile::module);
    if (path.isEmpty()) {
      return false;
    }
    modules.put(folder, new GoModule(path.get(), folder, file.get().goVersion().orElse("")));
    for (var replacement : file.get().replacements()) {
      within(folder, replacement.folder())
          .ifPresent(target -> replaced.putIfAbsent(replacement.modulePath(), target));
    }
    return true;
  }

  private boolean addWork(Path folder) {
    var file = sources.read(folder.resolve("go.work")).map(ModFile::parse);
    if (file.isEmpty()) {
      return false;
    }
    for (String use : file.get().uses()) {
      within(folder, use).ifPresent(this::addModule);
    }
    for (var replacement : file.get().replacements()) {
      within(folder, replacement.folder())
          .ifPresent(target -> replaced.put(replacement.modulePath(), target));
    }
    return true;
  }

  private static Optional<Path> within(Path folder, String relative) {
    try {
      return Optional.of(folder.resolve(relative).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<Path> parent(Path folder) {
    return Optional.ofNullable(folder.getParent());
  }

  private static Path folderOf(Path file) {
    return parent(file).orElse(file);
  }
}
