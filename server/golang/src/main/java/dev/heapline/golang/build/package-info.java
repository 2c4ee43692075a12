/**
 * Build constraints: the expressions that choose the files of a package.
 *
 * <p>{@link dev.heapline.golang.build.ParsedConstraint#parse} reads a {@code //go:build} or {@code
 * // +build} line into a {@link dev.heapline.golang.build.BuildConstraint}, each part of which
 * knows where it stands. {@link dev.heapline.golang.build.Simplification} takes out what changes
 * nothing, given what {@link dev.heapline.golang.build.TagFacts} says of tags that exclude or imply
 * each other; {@link dev.heapline.golang.build.ConstraintReason} says what decides.
 */
@NullMarked
package dev.heapline.golang.build;

import org.jspecify.annotations.NullMarked;
