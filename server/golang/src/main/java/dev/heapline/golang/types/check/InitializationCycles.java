package dev.heapline.golang.types.check;

import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables whose values depend on themselves, perhaps through functions: "Package initialization"
 * of the specification.
 */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
final class InitializationCycles {
  private final PackageScope scope;
  private final List<Entry> entries;

  /** The functions by their symbols, for they may be of a later version than the scope's. */
  private final Map<Symbol, Entry> functions = new HashMap<>();

  private final Map<Entry, Visit> visits = new HashMap<>();
  private final ArrayDeque<Visit> unfinished = new ArrayDeque<>();

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
    for (var entry : entries) {
      if (entry instanceof VariableEntry && !visits.containsKey(entry)) {
        visit(entry, found);
      }
    }
    return found;
  }

  /** One step of the search for strongly connected components, as Tarjan has it. */
  private static final class Visit {
    final Entry entry;
    final Iterator<Symbol> dependencies;
    final int number;
    int lowest;
    boolean open = true;

    Visit(Entry entry, int number) {
      this.entry = entry;
      this.dependencies = entry.dependencies().iterator();
      this.number = number;
      this.lowest = number;
    }
  }

  private void visit(Entry start, List<Entry> found) {
    var path = new ArrayDeque<Visit>();
    path.push(enter(start));
    while (!path.isEmpty()) {
      var visit = path.element();
      if (visit.dependencies.hasNext()) {
        var next = entry(visit.dependencies.next());
        if (next.isEmpty()) {
          continue;
        }
        var known = visits.get(next.get());
        if (known == null) {
          path.push(enter(next.get()));
        } else if (known.open) {
          visit.lowest = Math.min(visit.lowest, known.number);
        }
        continue;
      }
      path.pop();
      if (!path.isEmpty()) {
        var outer = path.element();
        outer.lowest = Math.min(outer.lowest, visit.lowest);
      }
      if (visit.lowest == visit.number) {
        close(visit, found);
      }
    }
  }

  private Visit enter(Entry entry) {
    var visit = new Visit(entry, visits.size());
    visits.put(entry, visit);
    unfinished.push(visit);
    return visit;
  }

  /** Everything from here on depends on each other. */
  private void close(Visit first, List<Entry> found) {
    var component = new HashSet<Entry>();
    Visit last;
    do {
      last = unfinished.pop();
      last.open = false;
      component.add(last.entry);
    } while (last != first);
    if (component.size() > 1 || first.entry.dependencies().contains(first.entry.symbol())) {
      entries.stream()
          .filter(each -> each instanceof VariableEntry && component.contains(each))
          .findFirst()
          .ifPresent(found::add);
    }
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
