/**
 * How many bytes Go's runtime sets aside: the size classes of the allocator, and the objects behind
 * channels and maps, as of Go 1.26 and 1.27.
 *
 * <p>Internal to {@code alloc}.
 */
@NullMarked
package dev.heapline.alloc.heap;

import org.jspecify.annotations.NullMarked;
