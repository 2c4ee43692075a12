/**
 * The training run of packaging: a walk through the product's work that leaves the classes it
 * needed in the AOT cache, so that every later start finds them ready.
 *
 * <p>It is ordinary use: an editor's session over the protocol, then commands. What it does not
 * touch still works, only slower on its first use.
 */
@NullMarked
package dev.heapline.app.training;

import org.jspecify.annotations.NullMarked;
