package dev.heapline.linecost.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files as they are stored: the one way in which this room reads them.
 *
 * <p>A file that is missing, unreadable or larger than {@link #LARGEST_FILE} is empty, not an
 * error: files come and go under an editor.
 */
public interface Sources {
  /** Bytes above which a source file is left alone. */
  long LARGEST_FILE = 32 << 20;

  /** {@return the bytes of a file} */
  Optional<byte[]> read(Path file);

  /**
   * {@return the plain files and folders in a folder, sorted by name; none where it is unreadable}
   */
  List<Path> list(Path folder);

  /** {@return whether this is a plain file, links followed} */
  boolean isFile(Path path);

  /** {@return whether this is a folder, links followed} */
  boolean isFolder(Path path);

  /** {@return the path with every link followed; the path itself where that cannot be done} */
  Path real(Path path);

  /** {@return the files of the default file system, or of whichever the paths belong to} */
  static Sources ofDisk() {
    return new DiskSources();
  }
}
