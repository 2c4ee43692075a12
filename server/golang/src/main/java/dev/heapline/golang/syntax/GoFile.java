package dev.heapline.golang.syntax;

import dev.heapline.golang.source.SourceFile;
import java.util.List;

/**
 * The tree of one version of one file.
 *
 * @param source the text that was parsed
 * @param doc the comment that ends on the line above the package clause, positions from the start
 *     of the file
 * @param packageOffset byte offset of the keyword {@code package}, or 0 where it is missing
 * @param packageName the name in the package clause, positions from the start of the file; absent
 *     where the clause is broken
 * @param declarations in the order of the source
 * @param comments every comment of the file, positions from the start of the file
 * @param errors every error of the file, positions from the start of the file, in order
 */
public record GoFile(
    SourceFile source,
    CommentGroup doc,
    int packageOffset,
    Expression packageName,
    List<TopLevel> declarations,
    List<CommentGroup> comments,
    List<SyntaxError> errors) {

  /**
   * {@return whether bodies of functions were skipped: the tree is one of {@link GoParser#outline},
   * and there is a function with a body}
   */
  public boolean isOutline() {
    for (var each : declarations) {
      if (each.tree().declaration() instanceof Declaration.Function function
          && function.body() instanceof Statement.Skipped) {
        return true;
      }
    }
    return false;
  }
}
