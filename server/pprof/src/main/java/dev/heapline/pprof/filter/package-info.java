/**
 * pprof's filters: passes over a profile's columns, each of which makes a new profile that shares
 * what it did not touch. {@link dev.heapline.pprof.filter.Filters} puts them in pprof's order.
 *
 * <p>Regular expressions are Go's (RE2): matching takes time linear in the text, whatever the
 * expression. They are asked once per function and mapping, never per sample.
 */
@NullMarked
package dev.heapline.pprof.filter;

import org.jspecify.annotations.NullMarked;
