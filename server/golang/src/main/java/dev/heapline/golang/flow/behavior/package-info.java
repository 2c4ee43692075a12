/**
 * What functions do to those that call them: whether they return, and where they may block.
 *
 * <p>{@link dev.heapline.golang.flow.behavior.ProgramFunctions} are the functions of checked
 * packages for the engine of {@code flow.summary}; each {@code Transfer} here is one question.
 * Answers err to one side, and each says to which.
 */
@NullMarked
package dev.heapline.golang.flow.behavior;

import org.jspecify.annotations.NullMarked;
