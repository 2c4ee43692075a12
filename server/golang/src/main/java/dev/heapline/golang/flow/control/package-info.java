/**
 * Control flow within a function: {@link dev.heapline.golang.flow.control.ControlFlow}.
 *
 * <p>A graph's vertices are basic blocks: nodes of the syntax tree that are evaluated one after the
 * other. A function literal is a function of its own: its body is no part of the graph around it.
 *
 * <p>Architecture invariants: broken source has a graph, too; what calls do not return is not known
 * here but told from outside ({@link dev.heapline.golang.flow.control.CallEndings}).
 */
@NullMarked
package dev.heapline.golang.flow.control;

import org.jspecify.annotations.NullMarked;
