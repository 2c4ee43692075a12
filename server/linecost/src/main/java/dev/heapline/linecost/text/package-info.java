/** Places in texts, in the terms of an editor: path, line, column. */
@NullMarked
package dev.heapline.linecost.text;

import org.jspecify.annotations.NullMarked;
