/**
 * What is known of the functions of the standard library: the table {@code calls.txt}, in words;
 * what types its results are, {@code type} says.
 *
 * <p>Internal to {@code alloc}.
 */
@NullMarked
package dev.heapline.alloc.library;

import org.jspecify.annotations.NullMarked;
