package dev.heapline.golang.syntax;

import java.util.List;

/**
 * A declaration: at the top level of a file, or, but for imports and functions, inside a function.
 */
public sealed interface Declaration extends Node {

  /** {@return the comment that ends on the line above} */
  CommentGroup doc();

  /** Source that is no declaration. */
  record Bad(int start, int end) implements Declaration {
    @Override
    public CommentGroup doc() {
      return CommentGroup.NONE;
    }
  }

  /** {@code import …}. */
  record Imports(int start, int end, CommentGroup doc, List<Specification.Import> specifications)
      implements Declaration {}

  /** {@code const …}. */
  record Constants(int start, int end, CommentGroup doc, List<Specification.Value> specifications)
      implements Declaration {}

  /** {@code var …}. */
  record Variables(int start, int end, CommentGroup doc, List<Specification.Value> specifications)
      implements Declaration {}

  /** {@code type …}. */
  record Types(int start, int end, CommentGroup doc, List<Specification.Type> specifications)
      implements Declaration {}

  /**
   * A function or a method.
   *
   * @param receiver {@link FieldList#NONE} for a function
   * @param body a {@link Statement.Block}; absent where the function is implemented elsewhere; in
   *     an outline, {@link Statement.Skipped}
   */
  record Function(
      int start,
      int end,
      CommentGroup doc,
      FieldList receiver,
      Expression.Identifier name,
      Expression.FunctionType type,
      Statement body)
      implements Declaration {}
}
