package dev.heapline.golang.packages;

import java.util.List;
import java.util.Optional;

/**
 * What a Go file says before its first declaration.
 *
 * @param packageName the name in the package clause; empty where it cannot be read
 * @param imports the imports in order, none where the header has a mistake
 * @param embeds the patterns of {@code //go:embed} lines, where the file may have such lines
 * @param length how many bytes the header takes, comments and imports included
 * @param mistake what is wrong with it
 */
public record FileHeader(
    String packageName,
    List<Import> imports,
    List<Embed> embeds,
    int length,
    Optional<Mistake> mistake) {
  /**
   * An import.
   *
   * @param path what is imported, out of its quotes
   * @param name the name before the path, {@code .} or {@code _} too; empty where there is none
   * @param position of its first byte
   */
  public record Import(String path, String name, SourcePosition position) {}

  /**
   * A pattern of files to embed.
   *
   * @param pattern out of its quotes
   * @param position of the line that has it
   */
  public record Embed(String pattern, SourcePosition position) {}

  /**
   * A mistake.
   *
   * @param text in go/parser's words
   * @param position where
   */
  public record Mistake(String text, SourcePosition position) {}

  /** {@return whether the file needs cgo: it imports {@code C}} */
  public boolean needsCgo() {
    return imports.stream().anyMatch(each -> each.path().equals("C"));
  }
}
