/**
 * What the file names in Go profiles mean.
 *
 * <p>The compiler writes names as it was given them: absolute on the machine that built the
 * program, or, with {@code -trimpath}, by module or import path. {@link
 * dev.heapline.pprof.source.SourcePath} tells the forms apart; no file system is asked.
 */
@NullMarked
package dev.heapline.pprof.source;

import org.jspecify.annotations.NullMarked;
