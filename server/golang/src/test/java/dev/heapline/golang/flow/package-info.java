@NullMarked
package dev.heapline.golang.flow;

import org.jspecify.annotations.NullMarked;
