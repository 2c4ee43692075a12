package dev.heapline.golang.flow.summary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The strongly connected parts of a graph that is found as it is walked, each after those to which
 * it leads (Tarjan's algorithm, without recursion).
 */
final class Circles<K> {
  private final Function<K, List<K>> targets;
  private final Predicate<K> leftOut;
  private final Map<K, Vertex<K>> vertices = new HashMap<>();
  private final ArrayDeque<Vertex<K>> path = new ArrayDeque<>();
  private final ArrayList<Vertex<K>> open = new ArrayList<>();
  private final List<List<K>> found = new ArrayList<>();

  private static final class Vertex<K> {
    final K key;
    final List<K> targets;
    final int number;
    int low;
    int next;
    boolean closed;

    Vertex(K key, List<K> targets, int number) {
      this.key = key;
      this.targets = targets;
      this.number = number;
      this.low = number;
    }
  }

  /**
   * @param leftOut what is not walked, as if it were not there
   */
  Circles(Function<K, List<K>> targets, Predicate<K> leftOut) {
    this.targets = targets;
    this.leftOut = leftOut;
  }

  List<List<K>> from(K root) {
    if (!leftOut.test(root)) {
      visit(root);
    }
    while (!path.isEmpty()) {
      var vertex = path.peek();
      if (vertex.next < vertex.targets.size()) {
        step(vertex, vertex.targets.get(vertex.next++));
        continue;
      }
      path.pop();
      if (!path.isEmpty()) {
        path.peek().low = Math.min(path.peek().low, vertex.low);
      }
      if (vertex.low == vertex.number) {
        close(vertex);
      }
    }
    return found;
  }

  private void step(Vertex<K> vertex, K target) {
    var known = vertices.get(target);
    if (known != null) {
      if (!known.closed) {
        vertex.low = Math.min(vertex.low, known.number);
      }
    } else if (!leftOut.test(target)) {
      visit(target);
    }
  }

  private void visit(K key) {
    var vertex = new Vertex<>(key, targets.apply(key), vertices.size());
    vertices.put(key, vertex);
    path.push(vertex);
    open.add(vertex);
  }

  private void close(Vertex<K> first) {
    var part = new ArrayList<K>(1);
    Vertex<K> last;
    do {
      last = open.removeLast();
      last.closed = true;
      part.add(last.key);
    } while (!last.equals(first));
    found.add(List.copyOf(part));
  }
}
