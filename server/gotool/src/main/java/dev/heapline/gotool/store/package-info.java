/**
 * The cache of facts, in the user's cache folder.
 *
 * <p>A package's facts are kept under the go command's own name for everything that went into its
 * compilation: compiler, flags, files, what it imports. So an entry never grows old, only unused.
 * Beside them is kept which entry was the last of each package, for when it does not build.
 *
 * <p>Architecture invariant: losing the cache, or any byte of it, costs time and nothing else.
 * Files are written under temporary names and renamed; one that cannot be read does not exist.
 */
@NullMarked
package dev.heapline.gotool.store;

import org.jspecify.annotations.NullMarked;
