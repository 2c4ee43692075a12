package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.summary.Transfer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out why functions may block, by themselves or in what they call by name; goroutines that
 * they start are not meant.
 */
public final class BlockingTransfer
    implements Transfer<Callable, BlockingAnalysis.Local, Set<Blocking>> {
  private static final Map<String, Blocking> KNOWN =
      Map.of(
          "sync.Mutex.Lock", Blocking.LOCK,
          "sync.RWMutex.Lock", Blocking.LOCK,
          "sync.RWMutex.RLock", Blocking.LOCK,
          "sync.WaitGroup.Wait", Blocking.WAIT,
          "sync.Cond.Wait", Blocking.WAIT);

  @Override
  public Set<Blocking> bottom() {
    return Set.of();
  }

  @Override
  public Set<Blocking> top() {
    return Set.of(Blocking.UNKNOWN);
  }

  @Override
  public Set<Blocking> summarize(
      Callable function, BlockingAnalysis.Local local, Function<Callable, Set<Blocking>> callees) {
    if (function instanceof Callable.Declared(var symbol) && KNOWN.containsKey(symbol.toString())) {
      return Set.of(KNOWN.get(symbol.toString()));
    }
    var found = EnumSet.noneOf(Blocking.class);
    found.addAll(local.own());
    local.runs().forEach(each -> found.addAll(callees.apply(each)));
    return Set.copyOf(found);
  }
}
