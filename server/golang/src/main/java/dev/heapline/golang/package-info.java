/** Go source: tokens, trees, build constraints. */
@NullMarked
package dev.heapline.golang;

import org.jspecify.annotations.NullMarked;
