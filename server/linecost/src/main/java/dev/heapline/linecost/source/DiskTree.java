package dev.heapline.linecost.source;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The disk as it is.
 *
 * <p>It is no snapshot: who must have one state of files that change reads each file once. Larger
 * files than {@link #LARGEST_FILE}, and what is neither file nor folder, are not there.
 */
public final class DiskTree implements FileTree {
  /** Bytes above which a file is left alone. */
  public static final int LARGEST_FILE = 32 << 20;

  private final FileSystem files;

  private DiskTree(FileSystem files) {
    this.files = files;
  }

  /** {@return the files of this machine} */
  public static DiskTree ofThisMachine() {
    return new DiskTree(FileSystems.getDefault());
  }

  @Override
  public Optional<byte[]> read(String file) {
    return head(file, LARGEST_FILE + 1).filter(bytes -> bytes.length <= LARGEST_FILE);
  }

  @Override
  public Optional<byte[]> head(String file, int bytes) {
    try {
      var path = files.getPath(file);
      // A device or a pipe would never end, or never begin.
      if (!Files.isRegularFile(path)) {
        return Optional.empty();
      }
      try (var input = Files.newInputStream(path)) {
        return Optional.of(input.readNBytes(bytes));
      }
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<List<Entry>> list(String folder) {
    var entries = new ArrayList<Entry>();
    try (var paths = Files.newDirectoryStream(files.getPath(folder))) {
      for (var path : paths) {
        entries.add(entry(path));
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException _) {
      return Optional.empty();
    }
    entries.sort(Comparator.comparing(Entry::name));
    return Optional.of(List.copyOf(entries));
  }

  private static Entry entry(Path path) {
    var attributes = attributes(path, LinkOption.NOFOLLOW_LINKS);
    boolean link = attributes.filter(BasicFileAttributes::isSymbolicLink).isPresent();
    return new Entry(
        String.valueOf(path.getFileName()), kind(link ? attributes(path) : attributes), link);
  }

  @Override
  public Kind kind(String path) {
    try {
      return kind(attributes(files.getPath(path)));
    } catch (InvalidPathException _) {
      return Kind.NONE;
    }
  }

  private static Kind kind(Optional<BasicFileAttributes> attributes) {
    return attributes
        .map(
            each -> each.isDirectory() ? Kind.FOLDER : each.isRegularFile() ? Kind.FILE : Kind.NONE)
        .orElse(Kind.NONE);
  }

  private static Optional<BasicFileAttributes> attributes(Path path, LinkOption... options) {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, options));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public String real(String path) {
    try {
      return Paths.of(files.getPath(path).toRealPath().toString());
    } catch (IOException | InvalidPathException _) {
      return path;
    }
  }
}
