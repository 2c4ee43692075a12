/**
 * What {@code heapline check} does: finds the packages that were asked for, asks {@code linecost}
 * about each file, and writes the answer as text or JSON.
 *
 * <p>All judgement is in {@code linecost}, so a terminal and an editor never disagree.
 */
@NullMarked
package dev.heapline.app.check;

import org.jspecify.annotations.NullMarked;
