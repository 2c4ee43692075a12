package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.FileTree.Kind;
import dev.heapline.golang.source.Paths;

/** Folders as the go command looks at them before it reads any file. */
final class GoFolder {
  private GoFolder() {}

  /**
   * {@return whether a folder may hold a package: a file in it ends in {@code .go}, whatever it is
   * built for}
   */
  static boolean hasGoFiles(FileTree tree, String folder) {
    return tree.list(folder).stream()
        .flatMap(entries -> entries.stream())
        .anyMatch(
            entry ->
                entry.kind() == Kind.FILE
                    && entry.name().endsWith(".go")
                    && !entry.name().startsWith("_")
                    && !entry.name().startsWith("."));
  }

  /** {@return whether another module stands between a folder and the module's folder above it} */
  static boolean isInNestedModule(FileTree tree, String folder, String moduleFolder) {
    for (String each = folder;
        each.length() > moduleFolder.length() && !each.equals(Paths.parent(each));
        each = Paths.parent(each)) {
      if (tree.isFile(Paths.join(each, "go.mod"))) {
        return true;
      }
    }
    return false;
  }
}
