package dev.heapline.alloc.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The locations of one top-level function, its literals included, and what flows between them. */
final class Graph {
  private static final Why NOWHERE = new Why("", 0);

  private final Location heap;
  private final Location blank;
  private final List<Location> locations = new ArrayList<>();
  private final List<Leak> leaks = new ArrayList<>();
  private int walks;
  private boolean certain = true;

  /**
   * The value of a parameter reaches the heap or a result.
   *
   * @param dereferences how often it is dereferenced on the way, from 0
   * @param last the last edge on the way
   */
  record Leak(Location parameter, Location root, int dereferences, Location.Edge last) {}

  Graph(Frame frame) {
    this.heap = new Location(Location.Kind.HEAP, "", frame, 0, 0);
    this.blank = new Location(Location.Kind.BLANK, "", frame, 0, 0);
  }

  Location add(Location location) {
    locations.add(location);
    return location;
  }

  List<Location> locations() {
    return locations;
  }

  Hole heap(String text, int offset) {
    return new Hole(heap, 0, new Why(text, offset));
  }

  Hole discard() {
    return new Hole(blank, 0, NOWHERE);
  }

  /** Flows that are added while the code is not certain to be part of the program do not count. */
  void certain(boolean value) {
    certain = value;
  }

  void flow(Hole hole, Location source) {
    Location target = hole.target();
    if (!certain || hole.discards() || (target == source && hole.dereferences() >= 0)) {
      return;
    }
    target.incoming().add(new Location.Edge(source, hole.dereferences(), hole.why()));
  }

  /** {@return what the parameters give away, once {@link #solve} is done} */
  List<Leak> leaks() {
    return leaks;
  }

  /** Finds every location whose address reaches something that outlives it. */
  void solve() {
    Deque<Location> roots = new ArrayDeque<>();
    roots.add(heap);
    for (Location each : locations) {
      if (!each.incoming().isEmpty()
          && each.kind() != Location.Kind.SITE
          && each.kind() != Location.Kind.TEMPORARY) {
        roots.add(each);
      }
    }
    Set<Location> queued = new HashSet<>(roots);
    while (!roots.isEmpty()) {
      Location root = roots.poll();
      queued.remove(root);
      for (Location escaped : walk(root)) {
        // What is stored in it is now stored on the heap.
        if (queued.add(escaped)) {
          roots.addFirst(escaped);
        }
      }
    }
  }

  private List<Location> walk(Location root) {
    int number = ++walks;
    List<Location> escaped = new ArrayList<>();
    Deque<Location> todo = new ArrayDeque<>();
    root.startWalk(number);
    todo.add(root);
    while (!todo.isEmpty()) {
      Location at = todo.poll();
      int base = Math.max(at.distance(), 0);
      if (at != root) {
        if (at.distance() < 0 && !at.escapes() && outlives(root, at)) {
          at.escape(root);
          escaped.add(at);
          continue;
        }
        if (at.kind() == Location.Kind.PARAMETER && outlives(root, at)) {
          leak(at, root, base);
        }
      }
      for (Location.Edge edge : at.incoming()) {
        Location source = edge.source();
        if (!source.escapes() && source.reach(number, base + edge.dereferences(), at, edge)) {
          todo.add(source);
        }
      }
    }
    return escaped;
  }

  private void leak(Location parameter, Location root, int dereferences) {
    Location.Edge last = parameter.lastEdgeTo(root).orElseThrow();
    for (int i = 0; i < leaks.size(); i++) {
      Leak known = leaks.get(i);
      if (known.parameter() == parameter && known.root() == root) {
        if (dereferences < known.dereferences()) {
          leaks.set(i, new Leak(parameter, root, dereferences, last));
        }
        return;
      }
    }
    leaks.add(new Leak(parameter, root, dereferences, last));
  }

  /** {@return whether what is stored in the target may be used after the other's lifetime} */
  private static boolean outlives(Location target, Location other) {
    if (target.escapes()) {
      return true;
    }
    if (target.kind() == Location.Kind.RESULT) {
      // A literal may return what belongs to the function around it, if its calls are known.
      return !target.frame().inside(other.frame()) && !target.frame().mayBeInlined();
    }
    if (target.frame() == other.frame()) {
      return target.loopDepthAsTarget() < other.loopDepth();
    }
    return other.frame().inside(target.frame()) && !other.frame().mayBeInlinedInto(target.frame());
  }
}
