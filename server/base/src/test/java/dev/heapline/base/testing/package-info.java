/** What the tests of every module share: the Go toolchain that serves as oracle. */
@NullMarked
package dev.heapline.base.testing;

import org.jspecify.annotations.NullMarked;
