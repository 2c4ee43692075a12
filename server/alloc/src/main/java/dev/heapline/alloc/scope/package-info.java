/**
 * Which declaration a name stands for, by the scope rules of the Go specification.
 *
 * <p>A {@link dev.heapline.alloc.scope.PackageScope} holds what the files of a package declare; a
 * {@link dev.heapline.alloc.scope.Unit} is one top-level declaration, in which every identifier is
 * resolved to an {@link dev.heapline.alloc.scope.Entity}. Fields and methods need types and are not
 * resolved here; names that come from a dot import stay unresolved.
 *
 * <p>Internal to {@code alloc}.
 */
@NullMarked
package dev.heapline.alloc.scope;

import org.jspecify.annotations.NullMarked;
