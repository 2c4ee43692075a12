package dev.heapline.golang.types.check;

import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Variables whose values depend on themselves, perhaps through functions: "Package initialization"
 * of the specification.
 */
final class InitializationCycles {
  private final PackageScope scope;
  private final List<Entry> entries;

  /** The functions by their symbols, for they may be of a later version than the scope's. */
  private final Map<Symbol, Entry> functions = new HashMap<>();

  InitializationCycles(PackageScope scope, List<Entry> entries) {
    this.scope = scope;
    this.entries = entries;
    for (var entry : entries) {
      if (entry instanceof FunctionEntry) {
        functions.put(entry.symbol(), entry);
      }
    }
  }

  /** {@return the first variable of each cycle} */
  List<Entry> find() {
    var found = new ArrayList<Entry>(0);
    var reported = new HashSet<Entry>();
    // What leads nowhere for one variable leads nowhere for the others.
    var harmless = new HashSet<Entry>();
    for (var entry : entries) {
      if (entry instanceof VariableEntry && !reported.contains(entry)) {
        var seen = new HashSet<Entry>();
        if (reaches(entry, entry, seen, harmless)) {
          reported.addAll(seen);
          found.add(entry);
        } else {
          harmless.addAll(seen);
        }
      }
    }
    return found;
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

  private Optional<Entry> entry(Symbol symbol) {
    if (symbol.home() != scope.id()) {
      return Optional.empty();
    }
    return switch (symbol) {
      case GlobalSymbol global when global.kind() == GlobalSymbol.Kind.VARIABLE ->
          scope.entry(global.name());
      case FunctionSymbol function -> Optional.ofNullable(functions.get(function));
      default -> Optional.empty();
    };
  }
}
