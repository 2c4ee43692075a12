package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.Optional;

/** The standard library's source, which need not be there. */
final class GoRootSource {
  private final FileTree tree;
  private final Optional<GoRoot> root;

  GoRootSource(FileTree tree, Optional<GoRoot> root) {
    this.tree = tree;
    this.root = root;
  }

  Optional<GoRoot> root() {
    return root;
  }

  boolean contains(String folder) {
    return root.filter(each -> Paths.isWithin(folder, each.source())).isPresent();
  }

  /** {@return the folder of a package of the standard library or of {@code cmd}, if it is one} */
  Optional<String> folderOf(String importPath) {
    return ModulePath.isStandard(importPath)
        ? root.map(each -> each.folderOf(importPath))
            .filter(folder -> GoFolder.hasGoFiles(tree, folder))
        : Optional.empty();
  }

  /**
   * {@return the import path that an import means in a package of the standard library: its
   * dependencies stand in {@code vendor}, those of commands in {@code cmd/vendor}}
   */
  String vendored(String importer, String importPath) {
    if (ModulePath.isStandard(importPath) || root.isEmpty()) {
      return importPath;
    }
    String vendor = Paths.isWithin(importer, "cmd") ? "cmd/vendor/" : "vendor/";
    return tree.isFolder(root.get().folderOf(vendor + importPath))
        ? vendor + importPath
        : importPath;
  }
}
