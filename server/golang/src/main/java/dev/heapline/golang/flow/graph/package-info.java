/**
 * Directed graphs as columns of numbers, and what is asked of them: dominators, loops, strongly
 * connected components.
 *
 * <p>Nothing here knows what a vertex stands for. All algorithms are iterative and, but for
 * remembered bounds, take time in proportion to the graph.
 */
@NullMarked
package dev.heapline.golang.flow.graph;

import org.jspecify.annotations.NullMarked;
