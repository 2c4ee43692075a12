/**
 * Messages on two streams.
 *
 * <p>{@link dev.heapline.lsp.rpc.MessageReader} and {@link dev.heapline.lsp.rpc.MessageWriter} are
 * the two ends of the wire, {@link dev.heapline.lsp.rpc.Routes} is the table of all methods spoken
 * in either direction, and {@link dev.heapline.lsp.rpc.Connection} joins them. A table instead of
 * annotated interfaces: nothing is looked up by reflection at the start, and what the server speaks
 * can be read in one place.
 *
 * <p>Architecture invariant: nothing here knows a feature. The thread that reads only decodes and
 * hands over; a thread of its own writes, so that a client that does not read never stops the one
 * that listens to it.
 */
@NullMarked
package dev.heapline.lsp.rpc;

import org.jspecify.annotations.NullMarked;
