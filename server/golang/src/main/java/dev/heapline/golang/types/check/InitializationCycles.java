package dev.heapline.golang.types.check;

import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Variables whose values depend on themselves, perhaps through functions: "Package initialization"
 * of the specification.
 */
final class InitializationCycles {
  private final PackageScope scope;

  InitializationCycles(PackageScope scope) {
    this.scope = scope;
  }

  /** Reports each cycle at the first of its variables. */
  void report(List<Entry> entries) {
    var reported = new HashSet<Entry>();
    // What leads nowhere for one variable leads nowhere for the others.
    var harmless = new HashSet<Entry>();
    for (var entry : entries) {
      if (entry instanceof VariableEntry && !reported.contains(entry)) {
        var seen = new HashSet<Entry>();
        if (reaches(entry, entry, seen, harmless)) {
          reported.addAll(seen);
          entry
              .site()
              .checker()
              .error(
                  entry.name(), "initialization cycle or refers to itself: " + entry.name().name());
        } else {
          harmless.addAll(seen);
        }
      }
    }
  }

  private boolean reaches(Entry from, Entry wanted, Set<Entry> seen, Set<Entry> harmless) {
    for (var symbol : from.dependencies()) {
      var next = entry(symbol);
      if (next.isEmpty()) {
        continue;
      }
      if (next.get() == wanted) {
        return true;
      }
      if (!harmless.contains(next.get())
          && seen.add(next.get())
          && reaches(next.get(), wanted, seen, harmless)) {
        return true;
      }
    }
    return false;
  }

  private Optional<? extends Entry> entry(Symbol symbol) {
    if (symbol.home() != scope.id()) {
      return Optional.empty();
    }
    return switch (symbol) {
      case GlobalSymbol global when global.kind() == GlobalSymbol.Kind.VARIABLE ->
          scope.entry(global.name());
      case FunctionSymbol function ->
          function.receiver().isPresent()
              ? scope.method(function.receiver().get().name(), function.name())
              : scope.entry(function.name());
      default -> Optional.empty();
    };
  }
}
