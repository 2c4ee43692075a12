package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.call.CallSite;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.control.CallEnding;
import dev.heapline.golang.flow.control.CallEndings;
import dev.heapline.golang.flow.program.FunctionBody;
import dev.heapline.golang.flow.summary.Transfer;
import dev.heapline.golang.types.Builtin;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out how functions end, from what {@link EndingAnalysis} found.
 *
 * <p>It says that a function may return wherever that cannot be ruled out: whatever is called
 * through an interface or a value may return, and so may a function that defers something that may
 * recover, since anything may panic.
 */
public final class EndingTransfer implements Transfer<Callable, EndingShape, Ending> {
  @Override
  public Ending bottom() {
    return Ending.NEVER;
  }

  @Override
  public Ending top() {
    return Ending.UNKNOWN;
  }

  @Override
  public Ending summarize(
      Callable function, EndingShape local, Function<Callable, Ending> callees) {
    return known(function).orElseGet(() -> of(local, callees));
  }

  @Override
  public Ending unknown(Callable function) {
    return known(function).orElse(Ending.UNKNOWN);
  }

  private static Optional<Ending> known(Callable function) {
    return function instanceof Callable.Declared(var symbol)
        ? KnownEndings.of(symbol)
        : Optional.empty();
  }

  private static Ending of(EndingShape shape, Function<Callable, Ending> endings) {
    var deferred = shape.defers().stream().map(each -> of(each, endings)).toList();
    boolean panics = shape.panics();
    boolean endsGoroutine = false;
    for (var each : deferred) {
      panics |= each.panics();
      endsGoroutine |= each.endsGoroutine();
    }
    for (var guards : shape.guardedPanic()) {
      panics |= !isStopped(guards, deferred);
    }
    for (var call : shape.calls()) {
      var ending = of(call.targets(), endings);
      panics |= ending.panics() && !isStopped(call.guards(), deferred);
      endsGoroutine |= ending.endsGoroutine();
    }
    boolean returns = returns(shape.path(), deferred, endings);
    return new Ending(returns, panics, endsGoroutine, shape.recovery());
  }

  /** Whether one of those that run for certain stops every panic. */
  private static boolean isStopped(List<Integer> guards, List<Ending> deferred) {
    return guards.stream().anyMatch(each -> deferred.get(each).recovery() == Recovery.ALWAYS);
  }

  private static boolean mayStop(Ending deferred) {
    return deferred.recovery() != Recovery.NEVER;
  }

  private static boolean returns(
      EndingShape.Path path, List<Ending> deferred, Function<Callable, Ending> endings) {
    return switch (path) {
      case EndingShape.Path.Certain(boolean returns) ->
          returns || deferred.stream().anyMatch(EndingTransfer::mayStop);
      case EndingShape.Path.Through(var steps) -> returns(steps, deferred, endings);
    };
  }

  private static boolean returns(
      List<EndingShape.Step> steps, List<Ending> deferred, Function<Callable, Ending> endings) {
    boolean[] seen = new boolean[steps.size()];
    var waiting = new ArrayDeque<Integer>();
    waiting.push(0);
    seen[0] = true;
    while (!waiting.isEmpty()) {
      var step = steps.get(waiting.pop());
      boolean ends = false;
      for (var event : step.events()) {
        switch (event) {
          case EndingShape.Event.Called(var targets) -> ends |= !of(targets, endings).returns();
          // Whatever panics from here on may come to a return.
          case EndingShape.Event.Deferred(int place) -> {
            if (!ends && mayStop(deferred.get(place))) {
              return true;
            }
          }
        }
      }
      if (ends) {
        continue;
      }
      if (step.returns()) {
        return true;
      }
      for (int next : step.next()) {
        if (!seen[next]) {
          seen[next] = true;
          waiting.push(next);
        }
      }
    }
    return false;
  }

  private static Ending of(List<Callable> targets, Function<Callable, Ending> endings) {
    if (targets.isEmpty()) {
      // A local variable without a value is no function: the call panics.
      return Ending.PANICS;
    }
    var ending = of(targets.getFirst(), endings);
    for (var target : targets.subList(1, targets.size())) {
      ending = ending.or(of(target, endings));
    }
    return ending;
  }

  private static Ending of(Callable target, Function<Callable, Ending> endings) {
    return target instanceof Callable.Language(var builtin)
        ? builtin == Builtin.PANIC ? Ending.PANICS : Ending.RETURNS
        : endings.apply(target);
  }

  /**
   * {@return how the calls of a body end, for its control flow}
   *
   * @param endings the summaries of functions
   */
  public static CallEndings endings(FunctionBody body, Function<Callable, Ending> endings) {
    return call ->
        body.site(call)
            .filter(site -> site.manner() == CallSite.Manner.CALL)
            .map(site -> of(site.targets(), endings).outcome())
            .orElse(CallEnding.RETURNS);
  }
}
