package dev.heapline.golang.load;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Files of a tree, parsed when they are first asked for. */
final class ParsedFiles implements GoFiles {
  private final FileTree tree;
  private final ConcurrentMap<String, Optional<GoFile>> files = new ConcurrentHashMap<>();

  ParsedFiles(FileTree tree) {
    this.tree = tree;
  }

  @Override
  public Optional<GoFile> tree(String path) {
    return files.computeIfAbsent(path, this::parse);
  }

  Optional<GoFile> parse(String path) {
    return tree.read(path).map(bytes -> GoParser.parse(new SourceFile(path, 0, bytes)));
  }
}
