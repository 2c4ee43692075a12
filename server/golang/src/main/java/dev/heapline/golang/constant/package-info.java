/**
 * The values of Go's constant expressions, computed as Go's own tools compute them.
 *
 * <p>Integers and fractions are exact as long as they are of reasonable size (4096 bits), as {@code
 * go/constant} has it; beyond that, fractions become binary floating-point numbers with 512 bits of
 * mantissa. Two tools that agree on this agree on every constant, digit by digit, which is what the
 * exact text of a {@link dev.heapline.golang.constant.Constant} is compared by.
 *
 * <p>Architecture invariant: values only. What a constant may be converted to, and whether it fits
 * its type, is the type checker's.
 */
@NullMarked
package dev.heapline.golang.constant;

import org.jspecify.annotations.NullMarked;
