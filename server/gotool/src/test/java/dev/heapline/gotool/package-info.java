/** Tests of the module against the real go command. */
@NullMarked
package dev.heapline.gotool;

import org.jspecify.annotations.NullMarked;
