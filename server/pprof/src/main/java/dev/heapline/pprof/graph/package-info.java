/**
 * The call graph of a profile, as pprof makes it: nodes are what a granularity takes for one thing,
 * edges are calls between them.
 *
 * <p>{@link dev.heapline.pprof.graph.GraphBuilder} walks the samples once; the graph is arrays, and
 * a node or an edge is a number. {@link dev.heapline.pprof.graph.TrimmedGraph} leaves out what is
 * not worth showing and puts the rest in order.
 */
@NullMarked
package dev.heapline.pprof.graph;

import org.jspecify.annotations.NullMarked;
