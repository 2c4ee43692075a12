/**
 * What is known of functions as a whole, so that their callers need not look into them.
 *
 * <p>A summary is a value that a {@link dev.heapline.golang.flow.summary.Transfer} finds from a
 * function's body and the summaries of the functions that it calls. {@link
 * dev.heapline.golang.flow.summary.Summaries} runs transfers when somebody asks, callees first;
 * functions that call each other in a circle run until nothing changes. What was read is
 * remembered, so that after an edit only the functions whose own body or facts changed run again,
 * and their callers only where a value that they read is another one.
 *
 * <p>Architecture invariants: the engine knows neither trees nor types, and keeps nothing but
 * values and identities; a transfer looks at one function and no further.
 */
@NullMarked
package dev.heapline.golang.flow.summary;

import org.jspecify.annotations.NullMarked;
