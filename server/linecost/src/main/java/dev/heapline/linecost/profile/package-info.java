/** What a profile says about the lines of a workspace. */
@NullMarked
package dev.heapline.linecost.profile;

import org.jspecify.annotations.NullMarked;
