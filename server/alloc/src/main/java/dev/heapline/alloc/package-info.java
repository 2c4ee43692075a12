/**
 * Allocation sites of Go source: what, how many bytes, heap or stack, and why.
 *
 * <p>{@link dev.heapline.alloc.AllocationSites} takes the parsed files of a package and gives, for
 * each of them, {@link dev.heapline.alloc.AllocationSite}s: plain data in byte offsets. Behind it,
 * names are resolved ({@code scope}), types, constants and layouts are taken from what the package
 * declares ({@code type}), and the values of each function are followed to where they certainly go
 * ({@code flow}); {@code heap} knows the sizes of Go's runtime, {@code library} the functions of
 * the standard library that allocate.
 *
 * <p>Architecture invariants: "unknown" is a verdict, and a size; a guess is a defect. What stands
 * here without a type checker gives way to typed facts behind the same surface.
 */
@NullMarked
package dev.heapline.alloc;

import org.jspecify.annotations.NullMarked;
