@NullMarked
package dev.heapline.golang.flow.call;

import org.jspecify.annotations.NullMarked;
