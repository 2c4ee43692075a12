package dev.heapline.golang.load;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.syntax.GoFile;
import java.util.Optional;

/** The syntax trees of Go files, by their paths in a {@link FileTree}; asked from any thread. */
@FunctionalInterface
public interface GoFiles {
  /** {@return the tree of a file; nothing where the file cannot be read} */
  Optional<GoFile> tree(String path);

  /**
   * {@return the same, perhaps as an {@linkplain dev.heapline.golang.syntax.GoParser#outline
   * outline}}
   */
  default Optional<GoFile> outline(String path) {
    return tree(path);
  }

  /** {@return the trees of a snapshot's files, parsed anew whenever they are asked for} */
  static GoFiles unkept(FileTree tree) {
    return new UnkeptFiles(tree);
  }

  /** {@return the trees of a snapshot's files, parsed when they are first asked for, then kept} */
  static GoFiles of(FileTree tree) {
    return new ParsedFiles(tree);
  }
}
