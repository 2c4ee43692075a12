/** The state of one editor: what is open, what is loaded; one writer, any number of readers. */
@NullMarked
package dev.heapline.linecost.session;

import org.jspecify.annotations.NullMarked;
