package dev.heapline.linecost.file;

import dev.heapline.golang.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The paths of source files, which carry theirs as text. */
final class Paths {
  private Paths() {}

  /** {@return the path of another file of the same file system} */
  static Optional<Path> of(Path path, SourceFile source, SourceFile other) {
    if (other == source) {
      return Optional.of(path);
    }
    try {
      return Optional.of(path.getFileSystem().getPath(other.path()));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
