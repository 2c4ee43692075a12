/** Modules compared with what the go command makes of them. */
@NullMarked
package dev.heapline.golang.module;

import org.jspecify.annotations.NullMarked;
