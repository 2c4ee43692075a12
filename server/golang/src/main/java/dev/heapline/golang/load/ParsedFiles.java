package dev.heapline.golang.load;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.syntax.GoFile;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Files of a tree, parsed when they are first asked for. */
final class ParsedFiles implements GoFiles {
  private final GoFiles parsed;
  private final ConcurrentMap<String, Optional<GoFile>> files = new ConcurrentHashMap<>();

  ParsedFiles(FileTree tree) {
    this.parsed = GoFiles.unkept(tree);
  }

  @Override
  public Optional<GoFile> tree(String path) {
    return files.computeIfAbsent(path, parsed::tree);
  }
}
