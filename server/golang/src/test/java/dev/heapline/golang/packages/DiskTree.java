package dev.heapline.golang.packages;

import dev.heapline.golang.source.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The disk, for tests. */
public final class DiskTree implements FileTree {
  @Override
  public Optional<byte[]> read(String file) {
    try {
      var path = Path.of(file);
      return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> head(String file, int bytes) {
    var path = Path.of(file);
    try (var input = Files.newInputStream(path)) {
      return Optional.of(input.readNBytes(bytes));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<List<Entry>> list(String folder) {
    try (var entries = Files.list(Path.of(folder))) {
      return Optional.of(
          entries.map(DiskTree::entry).sorted(Comparator.comparing(Entry::name)).toList());
    } catch (IOException | UncheckedIOException _) {
      return Optional.empty();
    }
  }

  private static Entry entry(Path path) {
    return new Entry(path.getFileName().toString(), kindOf(path), Files.isSymbolicLink(path));
  }

  @Override
  public Kind kind(String path) {
    return kindOf(Path.of(path));
  }

  private static Kind kindOf(Path path) {
    if (Files.isDirectory(path)) {
      return Kind.FOLDER;
    }
    return Files.isRegularFile(path) ? Kind.FILE : Kind.NONE;
  }

  @Override
  public String real(String path) {
    try {
      return Path.of(path).toRealPath().toString();
    } catch (IOException _) {
      return path;
    }
  }
}
