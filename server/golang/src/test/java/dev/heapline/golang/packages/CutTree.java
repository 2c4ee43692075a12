package dev.heapline.golang.packages;

import dev.heapline.golang.source.FileTree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A tree that hands out of a file's head just what is asked for. */
record CutTree(FileTree tree) implements FileTree {
  @Override
  public Optional<byte[]> read(String file) {
    return tree.read(file);
  }

  @Override
  public Optional<byte[]> head(String file, int bytes) {
    return tree.read(file).map(all -> Arrays.copyOf(all, Math.min(bytes, all.length)));
  }

  @Override
  public Optional<List<Entry>> list(String folder) {
    return tree.list(folder);
  }

  @Override
  public Kind kind(String path) {
    return tree.kind(path);
  }

  @Override
  public String real(String path) {
    return tree.real(path);
  }
}
