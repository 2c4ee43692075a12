package dev.heapline.golang.load;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.NameTable;
import java.util.Optional;

/**
 * Files of a tree, parsed whenever they are asked for.
 *
 * @param files where they lie
 */
record UnkeptFiles(FileTree files) implements GoFiles {
  @Override
  public Optional<GoFile> tree(String path) {
    return source(path).map(GoParser::parse);
  }

  @Override
  public Optional<GoFile> outline(String path) {
    return source(path).map(source -> GoParser.outline(source, new NameTable()));
  }

  private Optional<SourceFile> source(String path) {
    return files.read(path).map(bytes -> new SourceFile(path, 0, bytes));
  }
}
