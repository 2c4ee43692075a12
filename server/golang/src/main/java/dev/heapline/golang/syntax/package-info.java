/**
 * The syntax of Go: tokens, trees and the parser that makes them.
 *
 * <p>A tree is plain data: records under the sealed interfaces {@link
 * dev.heapline.golang.syntax.Expression}, {@link dev.heapline.golang.syntax.Statement}, {@link
 * dev.heapline.golang.syntax.Declaration} and {@link dev.heapline.golang.syntax.Specification}, to
 * be taken apart with pattern matching. Names are those of the Go specification, spelled out.
 *
 * <p>Positions are byte offsets relative to the start of the enclosing top-level declaration, so
 * that a declaration that an edit did not touch keeps its tree, whatever happened above it; {@link
 * dev.heapline.golang.syntax.TopLevel} says where it stands. Expressions are numbered within their
 * top-level declaration, so that what is learnt of them later is an array, not a map.
 *
 * <p>What the grammar makes optional and the source leaves out is {@code ABSENT}, never {@code
 * null}; what could not be parsed is {@code Bad}.
 *
 * <p>Who only wants to know what a file declares asks for an {@linkplain
 * dev.heapline.golang.syntax.GoParser#outline outline}, in which bodies of functions are skipped;
 * {@link dev.heapline.golang.syntax.SkippedBodies} parses one of them when it is wanted after all.
 *
 * <p>Architecture invariants: parsing never fails, it returns a tree and errors; one file's tree
 * needs no other file.
 */
@NullMarked
package dev.heapline.golang.syntax;

import org.jspecify.annotations.NullMarked;
