package dev.heapline.golang.module;

import dev.heapline.golang.module.ModuleGraph.Requirements;
import dev.heapline.golang.module.Replacements.Replacement;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where modules at a version stand and what their {@code go.mod} says, replacements applied. */
final class ModuleSources {
  private final FileTree tree;
  private final ModuleCache cache;
  private final Replacements replacements;
  private final Map<String, MainModule> mains;
  private final Set<ModuleVersion> excluded = new HashSet<>();
  private final Map<ModuleVersion, Optional<ModFile>> files = new ConcurrentHashMap<>();

  ModuleSources(
      FileTree tree, ModuleCache cache, Replacements replacements, Map<String, MainModule> mains) {
    this.tree = tree;
    this.cache = cache;
    this.replacements = replacements;
    this.mains = mains;
    mains.values().forEach(main -> excluded.addAll(main.file().excludes()));
  }

  Optional<Replacement> replacement(ModuleVersion module) {
    return isMain(module) ? Optional.empty() : replacements.of(module);
  }

  /** {@return whether the module's files are a person's own, not a copy in the module cache} */
  boolean isLocal(ModuleVersion module) {
    return isMain(module) || replacement(module).flatMap(Replacement::folder).isPresent();
  }

  /** {@return where the module's files stand; nothing where they are missing} */
  Optional<String> folder(ModuleVersion module) {
    if (isMain(module)) {
      return Optional.ofNullable(mains.get(module.path())).map(MainModule::folder);
    }
    var replacement = replacement(module);
    if (replacement.isEmpty()) {
      return cache.folderOf(module);
    }
    return replacement
        .get()
        .folder()
        .map(folder -> Optional.of(folder).filter(tree::isFolder))
        .orElseGet(() -> cache.folderOf(replacement.get().by()));
  }

  /** {@return what the module's {@code go.mod} says; nothing where it is missing} */
  Optional<ModFile> file(ModuleVersion module) {
    if (isMain(module)) {
      return Optional.ofNullable(mains.get(module.path())).map(MainModule::file);
    }
    return files.computeIfAbsent(module, this::read);
  }

  private Optional<ModFile> read(ModuleVersion module) {
    var replacement = replacement(module);
    if (replacement.isEmpty()) {
      return cache.modFile(module);
    }
    var folder = replacement.get().folder();
    if (folder.isEmpty()) {
      return cache.modFile(replacement.get().by());
    }
    String file = Paths.join(folder.get(), "go.mod");
    return tree.read(file).map(bytes -> ModFile.parseDependency(file, bytes));
  }

  /** {@return what the module requires; nothing where its {@code go.mod} is missing} */
  Optional<Requirements> requirements(ModuleVersion module) {
    return file(module).map(file -> new Requirements(requires(file), file.isPruned()));
  }

  /** {@return what a {@code go.mod} requires and no main module excludes} */
  List<ModuleVersion> requires(ModFile file) {
    return file.requires().stream()
        .map(ModFile.Require::module)
        .filter(each -> !excluded.contains(each))
        .toList();
  }

  boolean isMain(ModuleVersion module) {
    return module.version().isEmpty() && mains.containsKey(module.path());
  }
}
