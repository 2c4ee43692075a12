/**
 * What the lines of source cost, by a profile.
 *
 * <p>{@link dev.heapline.pprof.lines.LineCosts} is a table with a row per line: its flat and its
 * cumulative values, for every sample type. {@link dev.heapline.pprof.lines.LineCharges} is a
 * column beside it for a set of files one cares about: there each stack is charged once, to its
 * deepest line in one of them. Both are made by one walk over the samples; for one row, {@link
 * dev.heapline.pprof.lines.LineCosts} can then say which lines below it allocate, who calls it, and
 * which are its largest stacks.
 *
 * <p>The arithmetic is pprof's: a row's numbers are what {@code go tool pprof -top -lines} prints
 * for the functions on that line, where a line with several functions counts each stack once.
 */
@NullMarked
package dev.heapline.pprof.lines;

import org.jspecify.annotations.NullMarked;
