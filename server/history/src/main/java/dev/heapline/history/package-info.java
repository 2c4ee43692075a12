/** Where a line was before the text changed. */
@NullMarked
package dev.heapline.history;

import org.jspecify.annotations.NullMarked;
