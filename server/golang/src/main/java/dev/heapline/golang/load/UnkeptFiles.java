package dev.heapline.golang.load;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.NameTable;
import java.util.Optional;

/** Files of a tree, parsed whenever they are asked for. */
final class UnkeptFiles implements GoFiles {
  private final FileTree files;

  /** The names of all files that a thread parses: most are in many of them. */
  private final ThreadLocal<NameTable> names = ThreadLocal.withInitial(NameTable::new);

  /**
   * @param files where they lie
   */
  UnkeptFiles(FileTree files) {
    this.files = files;
  }

  @Override
  public Optional<GoFile> tree(String path) {
    return source(path).map(source -> GoParser.parse(source, names.get()));
  }

  @Override
  public Optional<GoFile> outline(String path) {
    return source(path).map(source -> GoParser.outline(source, names.get()));
  }

  private Optional<SourceFile> source(String path) {
    return files.read(path).map(bytes -> new SourceFile(path, 0, bytes));
  }
}
