/** Packages compared with those that {@code go list} finds. */
@NullMarked
package dev.heapline.golang.packages;

import org.jspecify.annotations.NullMarked;
