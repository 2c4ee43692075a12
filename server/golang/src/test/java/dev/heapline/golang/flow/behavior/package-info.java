@NullMarked
package dev.heapline.golang.flow.behavior;

import org.jspecify.annotations.NullMarked;
