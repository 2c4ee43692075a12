/** The disk as the Go front end sees it. */
@NullMarked
package dev.heapline.linecost.source;

import org.jspecify.annotations.NullMarked;
