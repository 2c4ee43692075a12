/**
 * Reading what the go command and the compiler print.
 *
 * <p>The compiler tells the same decisions twice, and neither telling is whole:
 *
 * <ul>
 *   <li>the text of {@code -m} ({@link dev.heapline.gotool.reader.DiagnosticText}) has every
 *       verdict, also those for the stack, and the results that parameters leak to; but of an
 *       inlined copy only the outermost place, equal lines only once, and no reasons;
 *   <li>the log of {@code -json} ({@link dev.heapline.gotool.reader.OptimizationLog}) has the way
 *       to the heap, the innermost places, every copy, and why a function is not inlined; but
 *       nothing of the stack, and files of one name overwrite each other.
 * </ul>
 *
 * <p>{@link dev.heapline.gotool.reader.FactsAssembler} joins the two: the text decides what there
 * is, the log explains it.
 *
 * <p>All input is bytes of bounded length. What is not understood in the text is passed over, as
 * its words change between releases; a log that is not JSON is an error that names the offset.
 */
@NullMarked
package dev.heapline.gotool.reader;

import org.jspecify.annotations.NullMarked;
