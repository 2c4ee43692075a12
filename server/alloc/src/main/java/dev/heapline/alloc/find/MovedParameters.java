package dev.heapline.alloc.find;

import dev.heapline.golang.types.FunctionSymbol;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Of functions that are small enough to be inlined, the parameters that may be moved to the heap:
 * an inlined copy's are charged to the call. Functions of packages that were not looked at are not
 * known. Safe for use by several threads.
 */
public final class MovedParameters {
  /** The number of the receiver. */
  static final int RECEIVER = -1;

  private final ConcurrentMap<FunctionSymbol, List<Integer>> known = new ConcurrentHashMap<>();

  /** Changes with what was known before, not with what gets known for the first time. */
  private final AtomicInteger version = new AtomicInteger();

  int version() {
    return version.get();
  }

  List<Integer> of(FunctionSymbol function) {
    return known.getOrDefault(function.origin(), List.of());
  }

  void put(FunctionSymbol function, List<Integer> parameters) {
    var before =
        parameters.isEmpty()
            ? known.remove(function.origin())
            : known.put(function.origin(), List.copyOf(parameters));
    if (before != null && !before.equals(parameters)) {
      version.incrementAndGet();
    }
  }
}
