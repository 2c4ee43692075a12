/**
 * What every room shares: quantities and the one way they are written for people, and the one error
 * for malformed input.
 *
 * <p>Architecture invariant: nothing here knows Go, profiles, editors or files' contents; and no
 * other package formats a quantity that a person reads, except pprof's own views, which print as
 * pprof does.
 */
@NullMarked
package dev.heapline.base;

import org.jspecify.annotations.NullMarked;
