/**
 * The types of Go, and the questions that the specification answers about them.
 *
 * <p>A {@link dev.heapline.golang.types.Type} is an immutable value. What is declared is an
 * identity: a {@link dev.heapline.golang.types.Named} type is its {@link
 * dev.heapline.golang.types.TypeSymbol} and type arguments, never a pointer to what it is made of.
 * Symbols of packages are interned in their {@link dev.heapline.golang.types.PackageId}, so that
 * the same name is the same symbol in every version of a package, and types outlive edits. What a
 * symbol means is asked of a {@link dev.heapline.golang.types.World}, the declarations of one
 * snapshot; answers that took work (underlying types of instances, type sets, lookups) are kept on
 * the type, stamped with the world's generation.
 *
 * <p>Each question is a class: {@link dev.heapline.golang.types.Identity}, {@link
 * dev.heapline.golang.types.Underlying}, {@link dev.heapline.golang.types.Kinds}, {@link
 * dev.heapline.golang.types.Comparability}, {@link dev.heapline.golang.types.Implementation},
 * {@link dev.heapline.golang.types.Lookup}, {@link dev.heapline.golang.types.Substitution}, {@link
 * dev.heapline.golang.types.Sizes}, {@link dev.heapline.golang.types.TypeText}. What a program's
 * source says is found out in {@code dev.heapline.golang.types.check}.
 *
 * <p>Architecture invariants: nothing here knows a syntax tree; no type holds what it is declared
 * as. A {@link dev.heapline.golang.types.TypeParameter} is an identity too, whose constraint is set
 * once, while its declaration is made.
 */
@NullMarked
package dev.heapline.golang.types;

import org.jspecify.annotations.NullMarked;
