/** linecost in the Language Server Protocol. */
@NullMarked
package dev.heapline.lsp;

import org.jspecify.annotations.NullMarked;
