/**
 * Where a line was before the text changed.
 *
 * <p>{@link dev.heapline.history.LineMap} says where each line of a baseline, the text that some
 * facts are about, is in the text of now. It is an immutable value; every change to the text gives
 * a new one. What a line <em>is</em> after a change follows three rules, in this order:
 *
 * <ul>
 *   <li>A change inside a line leaves the line what it is, whatever it then says.
 *   <li>A line that is cut in two is where most of its code is; lines that are joined are all on
 *       the joined line; a line whose code was all removed is gone.
 *   <li>Where a block was replaced by another, as a formatter or a reload from disk does, the two
 *       are compared line by line: equal but for white space, else alike.
 * </ul>
 *
 * <p>A line that is gone comes back when the same code comes back: by undo, or because it was
 * moved.
 *
 * <p>Architecture invariant: texts are bytes; nothing here knows a language, a profile or an
 * editor.
 */
@NullMarked
package dev.heapline.history;

import org.jspecify.annotations.NullMarked;
