/** The join: all that is known of a file, line by line, as plain data. */
@NullMarked
package dev.heapline.linecost;

import org.jspecify.annotations.NullMarked;
