package dev.heapline.golang.module;

import java.util.List;

/**
 * A statement of a {@code go.mod} or {@code go.work}.
 *
 * @param verb the first word: of the line, or of the block that the line stands in
 * @param arguments the words after it, still in their quotes
 * @param line 1-based
 * @param column 1-based, in characters
 * @param comments what {@code //} comments say of it, their slashes stripped: those above it and
 *     beside it, or, where it has none, those above its block
 * @param beside the comment on the same line, its slashes stripped, or empty
 * @param kind how it stands in the file
 */
record Directive(
    String verb,
    List<String> arguments,
    int line,
    int column,
    List<String> comments,
    String beside,
    Kind kind) {
  enum Kind {
    /** A line of its own. */
    LINE,
    /** A line between the parentheses of a block. */
    IN_BLOCK,
    /** The head of a block; {@code arguments} is what stands before the parenthesis. */
    BLOCK
  }
}
