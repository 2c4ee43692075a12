/** Allocation sites of Go source: what, how many bytes, heap or stack, and why. */
@NullMarked
package dev.heapline.alloc;

import org.jspecify.annotations.NullMarked;
