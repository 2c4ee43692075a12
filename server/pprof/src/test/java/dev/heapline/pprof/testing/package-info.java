/** What the tests of several packages share: Go, profiles made by Go, and profiles made by hand. */
@NullMarked
package dev.heapline.pprof.testing;

import org.jspecify.annotations.NullMarked;
