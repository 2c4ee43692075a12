package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.call.CallSite;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.control.CallEnding;
import dev.heapline.golang.flow.control.ControlFlow;
import dev.heapline.golang.flow.summary.Transfer;
import dev.heapline.golang.types.Builtin;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out how functions end.
 *
 * <p>It says that a function may return wherever that cannot be ruled out: whatever is called
 * through an interface or a value may return, and so may a function that defers something, which
 * may recover.
 */
public final class EndingTransfer implements Transfer<Callable, Ending> {
  /** Functions that end the program or the goroutine, in ways that their bodies do not show. */
  private static final Set<String> ENDS =
      Set.of("os.Exit", "syscall.Exit", "runtime.Goexit", "runtime.throw", "runtime.fatal");

  private final ProgramFunctions functions;

  /** A transfer for the functions of a snapshot. */
  public EndingTransfer(ProgramFunctions functions) {
    this.functions = functions;
  }

  @Override
  public Ending bottom() {
    return Ending.NEVER;
  }

  @Override
  public Ending top() {
    return Ending.UNKNOWN;
  }

  @Override
  public Ending summarize(Callable function, Function<Callable, Ending> callees) {
    if (function instanceof Callable.Declared(var symbol)
        && symbol.receiver().isEmpty()
        && ENDS.contains(symbol.home().path() + "." + symbol.name())) {
      return Ending.NEVER;
    }
    return functions
        .body(function)
        .map(body -> ofBody(body, callees))
        .orElseGet(
            () ->
                function instanceof Callable.Declared
                    ? top() // Implemented elsewhere: nothing is known of it.
                    : ofMany(functions.callees(function), callees));
  }

  /** There may be more of them than are known. */
  private static Ending ofMany(List<Callable> targets, Function<Callable, Ending> callees) {
    var ending = new Ending(true, false);
    for (var target : targets) {
      ending = ending.or(callees.apply(target));
    }
    return ending;
  }

  private static Ending ofBody(ProgramFunctions.Body body, Function<Callable, Ending> callees) {
    var flow =
        ControlFlow.of(
            body.block(),
            call -> {
              var site = body.sites().get(call.index());
              return site == null || site.manner() != CallSite.Manner.CALL
                  ? CallEnding.RETURNS
                  : outcome(of(site, callees));
            });
    boolean panics = false;
    boolean defers = false;
    for (var site : body.sites().values()) {
      defers |= site.manner() == CallSite.Manner.DEFER;
      panics |= site.manner() != CallSite.Manner.GO && of(site, callees).panics();
    }
    return new Ending(flow.canReturn() || defers, panics);
  }

  private static Ending of(CallSite site, Function<Callable, Ending> callees) {
    if (site.kind() == CallSite.Kind.BUILTIN) {
      boolean panic = site.targets().contains(new Callable.Language(Builtin.PANIC));
      return new Ending(!panic, panic);
    }
    // A local variable without a value is no function: the call panics.
    var ending = site.targets().isEmpty() ? new Ending(false, true) : Ending.NEVER;
    for (var target : site.targets()) {
      ending = ending.or(callees.apply(target));
    }
    return ending;
  }

  private static CallEnding outcome(Ending ending) {
    return ending.returns()
        ? CallEnding.RETURNS
        : ending.panics() ? CallEnding.UNWINDS : CallEnding.STOPS;
  }
}
