/**
 * Several profiles into one, as pprof does it: sums over equal stacks with equal labels,
 * differences to a base, and what pprof does to every profile it reads before anything is shown.
 *
 * <p>{@link dev.heapline.pprof.merge.Comparison} is the whole of it. The parts: {@link
 * dev.heapline.pprof.merge.Compatible} brings sample types and units together, {@link
 * dev.heapline.pprof.merge.ProfileMerger} adds, {@link dev.heapline.pprof.merge.Scaling}
 * multiplies, {@link dev.heapline.pprof.merge.Mappings} and {@link
 * dev.heapline.pprof.merge.FunctionNames} tidy up.
 */
@NullMarked
package dev.heapline.pprof.merge;

import org.jspecify.annotations.NullMarked;
