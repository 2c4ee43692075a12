/**
 * The join: all that is known of a file, line by line, as plain data.
 *
 * <p>{@link dev.heapline.linecost.session.Session} holds the state of one editor (or of one run of
 * a command): one thread changes it, each change makes a new {@link
 * dev.heapline.linecost.session.Snapshot}, and every question is asked of a snapshot. {@link
 * dev.heapline.linecost.file.FileCosts} is the answer for one file: allocation sites, measured
 * lines, and what of that deserves to be shown as a diagnostic, hint, token or hover.
 *
 * <p>Everything is in the terms of an editor: paths, 1-based lines, 1-based columns in UTF-8 bytes
 * as Go prints them, and plain text.
 *
 * <p>Architecture invariants: nothing here knows the Language Server Protocol or a terminal; the
 * rooms above know nothing of each other, they are joined here.
 */
@NullMarked
package dev.heapline.linecost;

import org.jspecify.annotations.NullMarked;
