/**
 * What the editor is offered, one class each, thin: a feature takes the parameters of a request
 * apart, asks a snapshot of {@code linecost}, and says the answer in the protocol's words.
 *
 * <p>{@link dev.heapline.lsp.feature.Desk} is what they share.
 */
@NullMarked
package dev.heapline.lsp.feature;

import org.jspecify.annotations.NullMarked;
