/**
 * The folders a person has open: which Go modules they hold, and which of their files a profile
 * means.
 */
@NullMarked
package dev.heapline.linecost.workspace;

import org.jspecify.annotations.NullMarked;
