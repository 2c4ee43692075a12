/**
 * The commands that print pprof's views: {@code top}, {@code tree}, {@code peek}, {@code list},
 * {@code traces}, {@code tags} and {@code raw}. Options are pprof's, in its own spelling and in
 * that of all other commands.
 */
@NullMarked
package dev.heapline.app.view;

import org.jspecify.annotations.NullMarked;
