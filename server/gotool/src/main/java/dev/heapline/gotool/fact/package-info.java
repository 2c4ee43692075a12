/**
 * What the Go compiler decided, as plain values.
 *
 * <p>The compiler tells its decisions per package and place. Each is a {@link
 * dev.heapline.gotool.fact.Fact}: an allocation that is on the heap or on the stack, a parameter
 * that leaks or does not, a function that can be inlined or not and why, a call that was inlined. A
 * {@link dev.heapline.gotool.fact.Place} counts as Go does: lines and columns from 1, columns in
 * bytes.
 *
 * <p>A function that is inlined is analysed again in each caller, and each copy has a verdict of
 * its own. {@link dev.heapline.gotool.fact.Fact.Allocation} therefore has two ends: {@code at}, the
 * place in the function that was compiled, and {@code origin}, the innermost place, where the
 * expression is written. {@link dev.heapline.gotool.fact.InlinedCopies} counts the copies of an
 * expression by their origin.
 *
 * <p>{@link dev.heapline.gotool.fact.HeapReason} words the flow of a value to the heap for a
 * person.
 */
@NullMarked
package dev.heapline.gotool.fact;

import org.jspecify.annotations.NullMarked;
