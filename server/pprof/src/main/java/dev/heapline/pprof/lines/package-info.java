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
 * <pre>{@code
 * LineCosts costs = LineCosts.of(profile);
 * int type = profile.sampleType("inuse_space").orElseThrow();
 * for (int row = costs.firstRow(file); row < costs.endRow(file); row++) {
 *   show(costs.line(row), costs.flat(row, type), costs.cumulative(row, type));
 * }
 *
 * LineCharges charges = costs.charge(name -> isInWorkspace(SourcePath.parse(name)));
 * for (int row : charges.hottest(type, 10)) {
 *   Shares via = charges.via(row, type);
 *   show(costs.fileName(row), costs.line(row), charges.charged(row, type), via.key(0));
 * }
 * }</pre>
 *
 * <p>The growth between two profiles is a join: for each row of the one, {@link
 * dev.heapline.pprof.lines.LineCosts#row(String, int)} of the other, which may be another row, or
 * none, or in another file where the source was edited in between; who joins knows that.
 *
 * <p>The arithmetic is pprof's: a row's numbers are what {@code go tool pprof -top -lines} prints
 * for the functions on that line, where a line with several functions counts each stack once.
 */
@NullMarked
package dev.heapline.pprof.lines;

import org.jspecify.annotations.NullMarked;
