/**
 * What one function's source says of its variables, loops and branches, for analyses that look at
 * bodies.
 *
 * <ul>
 *   <li>{@link dev.heapline.golang.flow.local.Variables}: what is assigned, whose address is taken,
 *       what function literals capture, and how;
 *   <li>{@link dev.heapline.golang.flow.local.ReachingDefinitions}: which assignments a use sees;
 *   <li>{@link dev.heapline.golang.flow.local.TripCounts}: how often loops run;
 *   <li>{@link dev.heapline.golang.flow.local.ConstantBranches}: what constant conditions leave
 *       out.
 * </ul>
 *
 * <p>Architecture invariant: nothing here looks into another declaration.
 */
@NullMarked
package dev.heapline.golang.flow.local;

import org.jspecify.annotations.NullMarked;
