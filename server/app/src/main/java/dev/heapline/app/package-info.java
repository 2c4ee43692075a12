/** The heapline command. */
@NullMarked
package dev.heapline.app;

import org.jspecify.annotations.NullMarked;
