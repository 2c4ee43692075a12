/**
 * The types, constants and layouts that the declarations of one package give, with no type checker.
 *
 * <p>What cannot be told from the package alone is {@link dev.heapline.alloc.type.GoType#UNKNOWN},
 * never a guess: imported types are known by name, and by layout where a small table has them.
 *
 * <p>Internal to {@code alloc}.
 */
@NullMarked
package dev.heapline.alloc.type;

import org.jspecify.annotations.NullMarked;
