package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.call.Callable;
import java.util.List;

/**
 * What a function's body says about how it ends, whatever its callees do: its control flow with
 * nothing left of it but the calls that may not come back.
 *
 * @param path the ways from the start to an ordinary return
 * @param calls the calls that are reached, but those of goroutines and those that are deferred
 * @param defers the calls that are deferred
 * @param panics whether it panics by a call where nothing that is deferred before is sure to stop
 *     that
 * @param guardedPanic what is deferred before such a call, of which each may stop it
 * @param recovery what it does about panics when it is deferred
 */
public record EndingShape(
    Path path,
    List<Call> calls,
    List<List<Callable>> defers,
    boolean panics,
    List<List<Integer>> guardedPanic,
    Recovery recovery) {

  /**
   * A call.
   *
   * @param targets what it may call
   * @param guards the places, in the list of those that are deferred, of what is deferred for
   *     certain before
   */
  record Call(List<Callable> targets, List<Integer> guards) {}

  /** The ways from the start to an ordinary return. */
  sealed interface Path {
    /** One of them has no call that might not come back; or there is no way at all. */
    record Certain(boolean returns) implements Path {}

    /**
     * All have some.
     *
     * @param steps from the first of which every way starts
     */
    record Through(List<Step> steps) implements Path {}
  }

  /** Something that a step does. */
  sealed interface Event {
    /** It calls what may not come back, one of the targets. */
    record Called(List<Callable> targets) implements Event {}

    /** It defers something, by its place in the list of those that are deferred. */
    record Deferred(int place) implements Event {}
  }

  /**
   * Calls, one after the other, and where it goes on after them.
   *
   * @param events what happens
   * @param returns whether it returns then, perhaps
   * @param next the numbers of other steps
   */
  record Step(List<Event> events, boolean returns, List<Integer> next) {}
}
