/**
 * Who works when: two small pools of platform threads, one for what a person waits for, one for the
 * rest, and virtual threads that only wait.
 *
 * <p>Why not virtual threads for all: on two cores, four tasks that compute make a request of two
 * milliseconds wait for seconds behind them.
 */
@NullMarked
package dev.heapline.lsp.work;

import org.jspecify.annotations.NullMarked;
