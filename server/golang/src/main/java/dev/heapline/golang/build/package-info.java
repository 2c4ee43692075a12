/**
 * Build constraints: what chooses the files of a package, and why.
 *
 * <p>{@link dev.heapline.golang.build.BuildContext} is what a build is for: which tags hold, and
 * what makes each of them hold or not. Its {@link dev.heapline.golang.build.BuildContext#verdict}
 * on a file, by its name and header, is a {@link dev.heapline.golang.build.FileVerdict} with its
 * {@link dev.heapline.golang.build.ConstraintReason}: the terms that decide, where they stand, and
 * a sentence for a person.
 *
 * <p>Below that, {@link dev.heapline.golang.build.ConstraintLines} finds the lines of a file that
 * constrain it; {@link dev.heapline.golang.build.ParsedConstraint#parse} reads one, of the form
 * {@code //go:build} or {@code // +build}, into a {@link
 * dev.heapline.golang.build.BuildConstraint}, each part of which knows where it stands. {@link
 * dev.heapline.golang.build.LegacyLines} turns one form into the other. {@link
 * dev.heapline.golang.build.Simplification} takes out what changes nothing, given what {@link
 * dev.heapline.golang.build.TagFacts} says of tags that exclude or imply each other.
 */
@NullMarked
package dev.heapline.golang.build;

import org.jspecify.annotations.NullMarked;
