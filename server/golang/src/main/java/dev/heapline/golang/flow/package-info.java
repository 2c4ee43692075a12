/**
 * How control moves through Go programs, within functions and between them.
 *
 * <ul>
 *   <li>{@code flow.graph}: directed graphs, dominators, loops, components;
 *   <li>{@code flow.control}: the control flow graph of one function;
 *   <li>{@code flow.local}: variables, loops and branches of one function;
 *   <li>{@code flow.call}: which functions a call may lead to;
 *   <li>{@code flow.program}: the functions of a program, package after package, for analyses;
 *   <li>{@code flow.summary}: what is known of functions as a whole, kept up to date;
 *   <li>{@code flow.behavior}: two such summaries, how functions end and why they may block.
 * </ul>
 *
 * <p>Architecture invariant: nothing here knows of allocation; what is learnt of a function for its
 * sake is a summary of its own, elsewhere.
 */
@NullMarked
package dev.heapline.golang.flow;

import org.jspecify.annotations.NullMarked;
