/**
 * Where values go: the flows of a function that are certain, and what they say of its allocations.
 *
 * <p>The model is the compiler's own ({@code cmd/compile/internal/escape}): locations (variables,
 * results, the storage of each allocation, the heap), and edges "the value of this flows to that
 * after so many indirections", −1 for an address. The compiler's analysis takes no notice of the
 * order of statements, and every further edge can only move more to the heap. A graph that has only
 * edges of which it is certain that the compiler has them too is therefore right wherever it says
 * "heap"; where it does not, nothing is known.
 *
 * <p>Internal to {@code alloc}.
 */
@NullMarked
package dev.heapline.alloc.flow;

import org.jspecify.annotations.NullMarked;
