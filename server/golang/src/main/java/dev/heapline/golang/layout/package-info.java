/**
 * What values cost in memory, in bytes, as of Go 1.26 and 1.27.
 *
 * <p>{@link dev.heapline.golang.layout.TypeLayouts} says how values of a type lie in memory: a
 * {@link dev.heapline.golang.layout.ValueLayout}, and of a struct a {@link
 * dev.heapline.golang.layout.StructLayout} with its padding and, by {@link
 * dev.heapline.golang.layout.FieldOrder}, a better order of its fields. {@link
 * dev.heapline.golang.layout.HeapCosts} says what the runtime takes from the heap when it makes
 * such values there: objects, slices, strings, channels, maps, values in interfaces, function
 * literals. Whether they are made on the heap is no question of this package.
 *
 * <p>Below them stands the allocator: {@link dev.heapline.golang.layout.SizeClasses} rounds, {@link
 * dev.heapline.golang.layout.SliceGrowth} tells how far {@code append} grows a slice. These know
 * nothing of types.
 */
@NullMarked
package dev.heapline.golang.layout;

import org.jspecify.annotations.NullMarked;
