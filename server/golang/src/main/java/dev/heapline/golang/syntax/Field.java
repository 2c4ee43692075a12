package dev.heapline.golang.syntax;

import java.util.List;

/**
 * Fields of a struct, methods or elements of an interface, parameters, results or type parameters
 * that share one type.
 *
 * @param names empty for an embedded field or element and for an unnamed parameter
 * @param type absent only in broken source
 * @param tag the tag of a struct's field; absent where there is none
 */
public record Field(
    int start,
    int end,
    CommentGroup doc,
    List<Expression.Identifier> names,
    Expression type,
    Expression tag,
    CommentGroup comment)
    implements Node {}
