/**
 * Between bytes and what the protocol counts in.
 *
 * <p>Inside, a place is a byte offset, or a 1-based line and a column in bytes. The protocol counts
 * lines from 0 and characters in UTF-16 code units, or in bytes where both sides agreed on that.
 * Everything here is a pure function of a text.
 */
@NullMarked
package dev.heapline.lsp.text;

import org.jspecify.annotations.NullMarked;
