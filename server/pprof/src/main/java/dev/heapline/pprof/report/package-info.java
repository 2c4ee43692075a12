/**
 * pprof's views: the text that {@code go tool pprof} prints, byte for byte, and the same as data.
 *
 * <p>{@link dev.heapline.pprof.report.Report} is a profile made ready for one view, by {@link
 * dev.heapline.pprof.report.ViewOptions}: filtered, with its total and its units. Each view is a
 * class of its own that makes rows from it and prints them.
 */
@NullMarked
package dev.heapline.pprof.report;

import org.jspecify.annotations.NullMarked;
