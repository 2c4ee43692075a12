/**
 * Allocation sites of Go source: what, how many bytes, heap or stack, and why.
 *
 * <p>{@link dev.heapline.alloc.AllocationSites} is the way in: it takes the parsed files of a
 * package and a {@link dev.heapline.alloc.site.Target}, and gives, for each file, its {@link
 * dev.heapline.alloc.site.AllocationSite}s. Between the two lies one way through the packages, each
 * of which knows only those before it:
 *
 * <ol>
 *   <li>{@code site}: the answer, as plain data in byte offsets. Only this is for users of the
 *       module; what follows is internal.
 *   <li>{@code heap}: what Go's runtime sets aside for so many bytes, a map or a channel; {@code
 *       library}: the table of library functions that allocate.
 *   <li>{@code scope}: the files of a package become units, one per top-level declaration, in which
 *       every name is resolved.
 *   <li>{@code type}: a unit's expressions get types, constants and layouts, as far as declarations
 *       of the package and two small tables give them.
 *   <li>{@code flow}: a function's values are followed to where they certainly go; what is met on
 *       the way is a candidate, and {@code Verdicts} makes sites of candidates once all flows are
 *       known.
 * </ol>
 *
 * <p>Architecture invariants:
 *
 * <ul>
 *   <li>"Unknown" is a verdict, and a size; a guess is a defect. A site says "heap" only where the
 *       compiler has every flow that says so.
 *   <li>No source makes it fail: what does not parse, resolve or type has unknown parts, and depth
 *       is bounded.
 *   <li>Everything is computed once, when it is first asked for; nothing is read but the files that
 *       were passed in.
 *   <li>What stands here without a type checker gives way to typed facts behind the same surface.
 * </ul>
 */
@NullMarked
package dev.heapline.alloc;

import org.jspecify.annotations.NullMarked;
