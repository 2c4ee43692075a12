package dev.heapline.golang.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which imports are part of a cycle.
 *
 * <p>All packages of a cycle, or of several that share a package, belong together; an import within
 * such a group closes a cycle, whichever package is asked for first. Groups are found by Tarjan's
 * algorithm over what can be reached from a package, when it is first asked for.
 */
final class ImportCycles {
  private final Function<String, Collection<String>> imports;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private int nextGroup;

  /**
   * @param imports the packages that a package imports
   */
  ImportCycles(Function<String, Collection<String>> imports) {
    this.imports = imports;
  }

  /** {@return whether an import of one package by another closes a cycle} */
  synchronized boolean closes(String importer, String imported) {
    visit(importer);
    visit(imported);
    return Objects.equals(groups.get(importer), groups.get(imported));
  }

  /** A package while what it imports is looked at; {@code low} is the first that it leads to. */
  private static final class Visit {
    final String name;
    final List<String> imported;
    final int number;
    int next;
    int low;

    Visit(String name, Collection<String> imported, int number) {
      this.name = name;
      this.imported = List.copyOf(imported);
      this.number = number;
      this.low = number;
    }
  }

  /** On a stack of its own: chains of imports may be long. */
  private void visit(String root) {
    if (groups.containsKey(root)) {
      return;
    }
    var open = new ArrayDeque<Visit>();
    var ungrouped = new ArrayList<String>();
    enter(root, open, ungrouped);
    while (!open.isEmpty()) {
      var visit = open.peek();
      if (visit.next < visit.imported.size()) {
        String imported = visit.imported.get(visit.next++);
        Integer number = numbers.get(imported);
        if (number == null) {
          enter(imported, open, ungrouped);
        } else if (!groups.containsKey(imported)) {
          visit.low = Math.min(visit.low, number);
        }
      } else {
        open.pop();
        leave(visit, open.peek(), ungrouped);
      }
    }
  }

  private void enter(String name, ArrayDeque<Visit> open, List<String> ungrouped) {
    int number = numbers.size();
    numbers.put(name, number);
    ungrouped.add(name);
    open.push(new Visit(name, imports.apply(name), number));
  }

  private void leave(Visit visit, @Nullable Visit importer, List<String> ungrouped) {
    if (importer != null) {
      importer.low = Math.min(importer.low, visit.low);
    }
    if (visit.low == visit.number) {
      int group = nextGroup++;
      String member;
      do {
        member = ungrouped.removeLast();
        groups.put(member, group);
      } while (!member.equals(visit.name));
    }
  }
}
