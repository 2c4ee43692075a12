/**
 * Allocation sites found on types: every place of a checked declaration that can allocate, with
 * what it makes, how many bytes, and when it makes nothing after all. Where a site's memory comes
 * from, heap or stack, is not decided here.
 *
 * <p>{@link dev.heapline.alloc.find.SiteFinder} is the way in. It walks a top-level declaration
 * once, with a stack of its own ({@code Todo}), and tells each kind of site of what concerns it:
 * {@code Makes}, {@code News}, {@code Composites}, {@code Appends}, {@code MapAssignments}, {@code
 * Concatenations}, {@code Conversions}, {@code Boxes}, {@code Closures}, {@code MethodValues},
 * {@code ArgumentLists}, {@code LaterCalls}, {@code MovedVariables}, {@code RuntimeRecords}, one
 * class each. Bytes may depend on variables that are assigned later ({@code Variables}, {@code
 * Intervals}, {@code Captures}), and so are found out at the end.
 *
 * <p>Architecture invariants: a declaration's sites depend on its tree, its facts and the layouts
 * of types, on nothing else; offsets are relative to it. Code that the compiler leaves out has no
 * sites ({@code Conditions}).
 */
@NullMarked
package dev.heapline.alloc.find;

import org.jspecify.annotations.NullMarked;
