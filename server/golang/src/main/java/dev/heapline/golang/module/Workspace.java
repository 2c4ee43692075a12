package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.Optional;

/** A {@code go.work} and the folder it stands in. */
record Workspace(String folder, WorkFile file) {
  /** {@return the workspace that a folder belongs to, as {@code GOWORK} and the files say} */
  static Optional<Workspace> of(
      FileTree tree, GoEnvironment environment, GoRootSource goRoot, String workingFolder) {
    String chosen = environment.get("GOWORK");
    return switch (chosen) {
      case "off" -> Optional.empty();
      case "", "auto" -> search(tree, goRoot, workingFolder);
      default -> read(tree, Paths.of(chosen));
    };
  }

  private static Optional<Workspace> search(
      FileTree tree, GoRootSource goRoot, String workingFolder) {
    String folder = workingFolder;
    while (true) {
      String file = Paths.join(folder, "go.work");
      if (tree.isFile(file)) {
        return read(tree, file);
      }
      String parent = Paths.parent(folder);
      // Go's own packages do not belong to a workspace that happens to stand above them.
      if (parent.equals(folder)
          || goRoot.root().filter(root -> root.folder().equals(parent)).isPresent()) {
        return Optional.empty();
      }
      folder = parent;
    }
  }

  private static Optional<Workspace> read(FileTree tree, String file) {
    return tree.read(file)
        .map(bytes -> new Workspace(Paths.parent(file), WorkFile.parse(file, bytes)));
  }
}
