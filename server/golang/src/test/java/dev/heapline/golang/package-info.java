@NullMarked
package dev.heapline.golang;

import org.jspecify.annotations.NullMarked;
