/**
 * The functions of a program, package after package as they are asked for.
 *
 * <p>A {@link dev.heapline.golang.flow.program.LocalAnalysis} says what one function's body means
 * for one question, as a value. {@link dev.heapline.golang.flow.program.ProgramFunctions} has
 * packages checked when somebody asks for one of their functions, lets every analysis look at every
 * body once, and then lets trees and facts go, unless the package is open. So bodies of imported
 * packages are there for as long as one package takes, whoever needs them, and what is kept of them
 * are values. From these, {@code flow.summary} finds what is known of functions as a whole.
 *
 * <p>After an edit, {@link dev.heapline.golang.flow.program.ProgramFunctions#next} keeps packages
 * of which nothing changed, and of the others the declarations whose facts are the same; what is
 * looked at again and found to be equal has no consequences either.
 *
 * <p>Architecture invariants: what is kept holds no tree and no facts; nothing depends on which
 * packages were asked for before, so that the result is the same in whatever order they are.
 */
@NullMarked
package dev.heapline.golang.flow.program;

import org.jspecify.annotations.NullMarked;
