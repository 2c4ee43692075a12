package dev.heapline.alloc.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that holds values: a variable, a result, the storage of an allocation, the heap. */
final class Location {
  /** What a location is. */
  enum Kind {
    HEAP,
    BLANK,
    VARIABLE,
    PARAMETER,
    RESULT,
    SITE,
    TEMPORARY
  }

  /** A value flows from a source into this location. */
  record Edge(Location source, int dereferences, Why why) {}

  private final Kind kind;
  private final String name;
  private final Frame frame;
  private final int loopDepth;
  private final int loopDepthAsTarget;
  private final List<Edge> incoming = new ArrayList<>();
  private Optional<Escaping> escaping = Optional.empty();

  // What the walk in progress has found: the nearest way to its root.
  private int walk;
  private int distance;
  private Optional<Location> next = Optional.empty();
  private Optional<Edge> nextEdge = Optional.empty();

  /** How a location's address reaches something that outlives it: the edges, in order. */
  record Escaping(Location root, List<Edge> path) {}

  /**
   * @param name of a variable or result, for messages
   * @param loopDepth how many loops of its function enclose it
   * @param loopDepthAsTarget the same, as an upper bound where it is not certain
   */
  Location(Kind kind, String name, Frame frame, int loopDepth, int loopDepthAsTarget) {
    this.kind = kind;
    this.name = name;
    this.frame = frame;
    this.loopDepth = loopDepth;
    this.loopDepthAsTarget = loopDepthAsTarget;
  }

  Kind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  Frame frame() {
    return frame;
  }

  int loopDepth() {
    return loopDepth;
  }

  int loopDepthAsTarget() {
    return loopDepthAsTarget;
  }

  List<Edge> incoming() {
    return incoming;
  }

  Optional<Escaping> escaping() {
    return escaping;
  }

  boolean escapes() {
    return kind == Kind.HEAP || escaping.isPresent();
  }

  void escape(Location root) {
    List<Edge> path = new ArrayList<>();
    Location at = this;
    while (at != root && at.nextEdge.isPresent() && path.size() < 100) {
      path.add(at.nextEdge.get());
      at = at.next.orElseThrow();
    }
    escaping = Optional.of(new Escaping(root, List.copyOf(path)));
  }

  /** {@return the last edge of the way that the walk in progress has found to its root} */
  Optional<Edge> lastEdgeTo(Location root) {
    Location at = this;
    Optional<Edge> last = nextEdge;
    for (int i = 0; i < 1000 && at != root && at.next.isPresent(); i++) {
      last = at.nextEdge;
      at = at.next.get();
    }
    return last;
  }

  int distance() {
    return distance;
  }

  /** Makes this location the root of a walk. */
  void startWalk(int number) {
    walk = number;
    distance = 0;
    next = Optional.empty();
    nextEdge = Optional.empty();
  }

  /** {@return whether the way over the edge is shorter than what the walk has found so far} */
  boolean reach(int number, int candidate, Location target, Edge edge) {
    if (walk == number && distance <= candidate) {
      return false;
    }
    walk = number;
    distance = candidate;
    next = Optional.of(target);
    nextEdge = Optional.of(edge);
    return true;
  }
}
