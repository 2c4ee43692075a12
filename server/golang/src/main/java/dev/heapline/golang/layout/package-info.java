/**
 * What values cost in memory, in bytes: how a struct is laid out and could be, what the allocator
 * sets aside for an object, how far {@code append} grows a slice; as of Go 1.26 and 1.27.
 *
 * <p>It knows nothing of syntax or types: a field is its size, its alignment and how much of it the
 * garbage collector has to look at.
 */
@NullMarked
package dev.heapline.golang.layout;

import org.jspecify.annotations.NullMarked;
