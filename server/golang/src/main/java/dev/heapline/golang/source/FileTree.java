package dev.heapline.golang.source;

import java.util.List;
import java.util.Optional;

/**
 * A snapshot of the files that packages are looked for in: the disk, an editor's unsaved text over
 * it, a tree in memory.
 *
 * <p>Paths are absolute and separated by slashes, on Windows after a drive letter ({@code
 * C:/src/p}). They have no {@code .} or {@code ..} in them and no slash at the end, the root
 * excepted. Whoever implements this answers all calls from one state of the files, from any thread,
 * and knows of no file that it cannot read.
 */
public interface FileTree {
  /** {@return the bytes of a file, links followed; nothing where there is no such file} */
  Optional<byte[]> read(String file);

  /**
   * {@return what stands in a folder, sorted by name; nothing where there is no such folder or it
   * cannot be read}
   */
  Optional<List<Entry>> list(String folder);

  /** {@return what a path leads to, links followed} */
  Kind kind(String path);

  /** {@return the path with every link followed; the path itself where that cannot be done} */
  String real(String path);

  /**
   * {@return at least the given number of bytes from the start of a file, or all of it} Where
   * reading a part is cheaper than reading the whole, this is how a file's imports are found.
   *
   * @param bytes how many are wanted, at least 1
   */
  default Optional<byte[]> head(String file, int bytes) {
    return read(file);
  }

  /** {@return whether the path leads to a file} */
  default boolean isFile(String path) {
    return kind(path) == Kind.FILE;
  }

  /** {@return whether the path leads to a folder} */
  default boolean isFolder(String path) {
    return kind(path) == Kind.FOLDER;
  }

  /** What a path leads to. */
  enum Kind {
    /** A plain file. */
    FILE,
    /** A folder. */
    FOLDER,
    /** Nothing, a link to nothing, or what is neither file nor folder, as a pipe. */
    NONE
  }

  /**
   * What stands in a folder.
   *
   * @param name its name within the folder
   * @param kind what it is, or, of a link, what it leads to
   * @param link whether it is a symbolic link
   */
  record Entry(String name, Kind kind, boolean link) {}
}
