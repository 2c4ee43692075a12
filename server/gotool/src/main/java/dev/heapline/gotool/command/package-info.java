/**
 * Running the go command without surprises.
 *
 * <p>{@link dev.heapline.gotool.command.GoCommand} is a toolchain that was found on this machine.
 * It runs with settings of its own: no other toolchain is fetched, no module is fetched ({@code
 * GOPROXY=off}, also for private modules), no version control is asked, and no file of the source
 * tree is written. A run that takes too long, says too much or is no longer wanted is ended with
 * all its children.
 *
 * <p>Architecture invariant: every process of this module is started by {@link
 * dev.heapline.gotool.command.ChildProcess}.
 */
@NullMarked
package dev.heapline.gotool.command;

import org.jspecify.annotations.NullMarked;
