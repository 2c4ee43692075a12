package dev.heapline.golang.packages;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.FileTree.Kind;
import dev.heapline.golang.source.Paths;
import java.util.List;
import java.util.function.Predicate;

/**
 * Walks the folders that may hold packages: none named {@code testdata}, none whose name starts
 * with {@code _} or {@code .}, no links.
 */
final class FolderWalk {
  private final FileTree tree;
  private final String root;
  private final boolean stopsAtModules;
  private final IgnoredFolders ignored;

  /**
   * @param stopsAtModules whether folders with a {@code go.mod}, the root excepted, are left out
   */
  FolderWalk(FileTree tree, String root, boolean stopsAtModules, IgnoredFolders ignored) {
    this.tree = tree;
    this.root = root;
    this.stopsAtModules = stopsAtModules;
    this.ignored = ignored;
  }

  /**
   * Visits the root and the folders beneath it, parents first, in order of their names.
   *
   * @param visitor takes the path relative to the root, empty for the root; says whether to go on
   *     beneath
   */
  void walk(Predicate<String> visitor) {
    walk("", visitor);
  }

  private void walk(String relative, Predicate<String> visitor) {
    String folder = Paths.join(root, relative);
    if (stopsAtModules && !relative.isEmpty() && tree.isFile(Paths.join(folder, "go.mod"))) {
      return;
    }
    if (!visitor.test(relative)) {
      return;
    }
    for (var entry : tree.list(folder).orElse(List.of())) {
      String below = Paths.join(relative, entry.name());
      if (entry.kind() == Kind.FOLDER
          && !entry.link()
          && !isHidden(entry.name())
          && !ignored.contains(below)) {
        walk(below, visitor);
      }
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_") || name.equals("testdata");
  }
}
