package dev.heapline.golang.syntax;

/**
 * A node of a Go syntax tree.
 *
 * <p>The extent of a node is the one that {@code go/ast} gives it, for sound and for broken source.
 */
public sealed interface Node
    permits Expression, Statement, Declaration, Specification, Field, FieldList, CommentGroup {

  /** {@return the offset of the first byte, relative to the start of the top-level declaration} */
  int start();

  /**
   * {@return the offset just past the last byte, relative to the start of the top-level
   * declaration}
   */
  int end();
}
