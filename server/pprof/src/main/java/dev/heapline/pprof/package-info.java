/** Profile bytes: samples, values per line. */
@NullMarked
package dev.heapline.pprof;

import org.jspecify.annotations.NullMarked;
