/** All that is known of one file, line by line, and what of it is shown where. */
@NullMarked
package dev.heapline.linecost.file;

import org.jspecify.annotations.NullMarked;
