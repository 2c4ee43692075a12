/** What a user can set, and how it is read from untyped values. */
@NullMarked
package dev.heapline.linecost.settings;

import org.jspecify.annotations.NullMarked;
