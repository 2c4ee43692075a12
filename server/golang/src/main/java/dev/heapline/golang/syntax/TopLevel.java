package dev.heapline.golang.syntax;

import java.util.List;

/**
 * A top-level declaration where it stands in its file.
 *
 * @param offset the byte of the file at which the declaration's positions start to count
 * @param tree what was parsed: the same object as before an edit that did not touch it
 */
public record TopLevel(int offset, Tree tree) {
  /**
   * A top-level declaration wherever it stands.
   *
   * @param length how many bytes from the offset on belong to it, its doc comment included
   * @param expressionCount how many expressions it has: their indices are less than this
   * @param comments every comment inside, the doc comment included, in order
   * @param complete whether it is sound and ends with its line, so that no edit outside of it can
   *     change it
   * @param errors what is wrong with it, positions relative to the offset
   */
  public record Tree(
      Declaration declaration,
      int length,
      int expressionCount,
      List<CommentGroup> comments,
      boolean complete,
      List<SyntaxError> errors) {}
}
