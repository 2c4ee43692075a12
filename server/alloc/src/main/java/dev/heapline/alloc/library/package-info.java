/**
 * What is known of the functions of the standard library: the table {@code calls.txt}.
 *
 * <p>Internal to {@code alloc}.
 */
@NullMarked
package dev.heapline.alloc.library;

import org.jspecify.annotations.NullMarked;
