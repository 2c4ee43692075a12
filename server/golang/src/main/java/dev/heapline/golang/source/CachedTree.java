package dev.heapline.golang.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tree that remembers what folders hold and what paths lead to, so that asking again costs no
 * call into the operating system. It lives as long as one snapshot.
 */
public final class CachedTree implements FileTree {
  private final FileTree tree;
  private final Map<String, Optional<List<Entry>>> listings = new ConcurrentHashMap<>();
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

  private CachedTree(FileTree tree) {
    this.tree = tree;
  }

  /** {@return the given tree with a memory of its own} */
  public static CachedTree of(FileTree tree) {
    return tree instanceof CachedTree cached ? cached : new CachedTree(tree);
  }

  @Override
  public Optional<byte[]> read(String file) {
    return tree.read(file);
  }

  @Override
  public Optional<byte[]> head(String file, int bytes) {
    return tree.head(file, bytes);
  }

  @Override
  public Optional<List<Entry>> list(String folder) {
    return listings.computeIfAbsent(folder, tree::list);
  }

  @Override
  public Kind kind(String path) {
    return kinds.computeIfAbsent(path, tree::kind);
  }

  @Override
  public String real(String path) {
    return tree.real(path);
  }
}
