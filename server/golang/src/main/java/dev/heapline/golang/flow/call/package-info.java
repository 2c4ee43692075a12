/**
 * Who calls whom.
 *
 * <p>The calls of a declaration are found once, from its tree and facts: {@link
 * dev.heapline.golang.flow.call.DeclarationCalls}. What is kept of them mentions no tree: a {@link
 * dev.heapline.golang.flow.call.CallSite} is a place and a {@link
 * dev.heapline.golang.flow.call.Callable} or several. A call of an interface's method calls that
 * method, an {@link dev.heapline.golang.flow.call.Callable.Abstract}; which functions it may be is
 * a question of its own, answered among the types of all packages that a {@link
 * dev.heapline.golang.flow.call.CallGraph} knows. So are calls of function values: they may be any
 * function of that type that is used as a value somewhere. {@link
 * dev.heapline.golang.flow.call.RapidTypes} does the same for what is reached from some roots, and
 * so comes to fewer types and values.
 *
 * <p>Architecture invariants: calls hold no tree; what cannot be known is said to be unknown.
 */
@NullMarked
package dev.heapline.golang.flow.call;

import org.jspecify.annotations.NullMarked;
