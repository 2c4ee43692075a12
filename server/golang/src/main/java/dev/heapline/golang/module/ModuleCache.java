package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The modules that the go command has fetched.
 *
 * @see <a href="https://go.dev/ref/mod#module-cache">the module cache</a>
 */
final class ModuleCache {
  private final FileTree tree;
  private final Optional<String> folder;

  ModuleCache(FileTree tree, Optional<String> folder) {
    this.tree = tree;
    this.folder = folder;
  }

  /** {@return where a module's files stand; nothing where they have not been fetched} */
  Optional<String> folderOf(ModuleVersion module) {
    return placeOf(module)
        .filter(tree::isFolder)
        // Written while a module is being unpacked.
        .filter(_ -> !tree.isFile(download(module, ".partial")));
  }

  /** {@return where a module's files stand or would stand} */
  private Optional<String> placeOf(ModuleVersion module) {
    return folder.map(
        each ->
            Paths.join(
                each,
                ModulePath.escape(module.path()) + "@" + ModulePath.escape(module.version())));
  }

  /** {@return what a module's {@code go.mod} says; nothing where it has not been fetched} */
  Optional<ModFile> modFile(ModuleVersion module) {
    return read(module, download(module, ".mod"))
        .or(() -> folderOf(module).flatMap(each -> read(module, Paths.join(each, "go.mod"))))
        .or(() -> folderOf(module).map(_ -> withoutModFile(module)));
  }

  private Optional<ModFile> read(ModuleVersion module, String file) {
    return tree.read(file).map(bytes -> ModFile.parseDependency(module + "/go.mod", bytes));
  }

  private static ModFile withoutModFile(ModuleVersion module) {
    String text = "module " + GoQuote.string(module.path()) + "\n";
    return ModFile.parseDependency(module + "/go.mod", text.getBytes(StandardCharsets.UTF_8));
  }

  private String download(ModuleVersion module, String suffix) {
    return Paths.join(
        folder.orElse(""),
        "cache/download/%s/@v/%s%s"
            .formatted(
                ModulePath.escape(module.path()), ModulePath.escape(module.version()), suffix));
  }
}
