/**
 * The editor at the other end: what it can do, what it has open, and what is said to it.
 *
 * <p>Architecture invariant: nothing is sent that the editor did not announce to understand; every
 * feature asks {@link dev.heapline.lsp.editor.EditorAbilities} and goes through {@link
 * dev.heapline.lsp.editor.Editor}.
 */
@NullMarked
package dev.heapline.lsp.editor;

import org.jspecify.annotations.NullMarked;
