@NullMarked
package dev.heapline.golang.flow.summary;

import org.jspecify.annotations.NullMarked;
