package dev.heapline.golang.syntax;

import java.util.List;

/** One line of a declaration. */
public sealed interface Specification extends Node {

  /** {@return the comment that ends on the line above} */
  CommentGroup doc();

  /** {@return the comment that follows on the last line} */
  CommentGroup comment();

  /**
   * One import.
   *
   * @param name the local name, {@code .} or {@code _}; absent where the package's own name holds
   * @param path the string literal, or {@link Expression.Bad}
   */
  record Import(
      int start, int end, CommentGroup doc, Expression name, Expression path, CommentGroup comment)
      implements Specification {}

  /**
   * Constants or variables that are declared together.
   *
   * @param type may be absent
   * @param values may be empty: zero values, or the previous values of a constant declaration
   */
  record Value(
      int start,
      int end,
      CommentGroup doc,
      List<Expression.Identifier> names,
      Expression type,
      List<Expression> values,
      CommentGroup comment)
      implements Specification {}

  /**
   * One type.
   *
   * @param typeParameters {@link FieldList#NONE} where the type is not generic
   * @param alias whether {@code =} makes it an alias
   */
  record Type(
      int start,
      int end,
      CommentGroup doc,
      Expression.Identifier name,
      FieldList typeParameters,
      boolean alias,
      Expression type,
      CommentGroup comment)
      implements Specification {}
}
