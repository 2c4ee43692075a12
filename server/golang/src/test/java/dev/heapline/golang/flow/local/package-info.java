@NullMarked
package dev.heapline.golang.flow.local;

import org.jspecify.annotations.NullMarked;
