/**
 * What functions do to those that call them: whether they return, and where they may block.
 *
 * <p>Each question has an analysis, which looks at bodies one by one, and a transfer, which goes on
 * from there without them. Answers err to one side, and each says to which.
 */
@NullMarked
package dev.heapline.golang.flow.behavior;

import org.jspecify.annotations.NullMarked;
