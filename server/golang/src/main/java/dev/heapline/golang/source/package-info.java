/**
 * Go source as bytes: files, versions, lines.
 *
 * <p>Architecture invariant: nothing in {@code golang} opens a file. Whoever asks for a package
 * brings a snapshot of the bytes, so that an editor's unsaved text, an in-memory file system and
 * the disk are one thing.
 */
@NullMarked
package dev.heapline.golang.source;

import org.jspecify.annotations.NullMarked;
