@NullMarked
package dev.heapline.golang.syntax;

import org.jspecify.annotations.NullMarked;
