package dev.heapline.golang.flow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Dominators, components and loops of random graphs are what their definitions say. */
final class RandomGraphsTest {
  private static final int GRAPHS = 3000;

  private final Random random = new Random(7);

  @Test
  void dominators() {
    for (int i = 0; i < GRAPHS; i++) {
      var graph = graph();
      int root = random.nextInt(graph.vertexCount());
      var dominators = Dominators.of(graph, root);
      boolean[] reached = graph.reachable(root);
      for (int first = 0; first < graph.vertexCount(); first++) {
        boolean[] without = without(graph, root, first);
        for (int second = 0; second < graph.vertexCount(); second++) {
          boolean expected = reached[first] && reached[second] && !without[second];
          assertThat(dominators.dominates(first, second)).isEqualTo(expected);
        }
      }
      for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
        int immediate = dominators.immediate(vertex);
        assertThat(immediate == Dominators.NONE).isEqualTo(vertex == root || !reached[vertex]);
        for (int other = 0; other < graph.vertexCount() && immediate >= 0; other++) {
          if (other != vertex && dominators.dominates(other, vertex)) {
            assertThat(dominators.dominates(other, immediate)).isTrue();
          }
        }
      }
    }
  }

  @Test
  void components() {
    for (int i = 0; i < GRAPHS; i++) {
      var graph = graph();
      var components = Components.of(graph);
      for (int first = 0; first < graph.vertexCount(); first++) {
        boolean[] reached = graph.reachable(first);
        for (int second = 0; second < graph.vertexCount(); second++) {
          assertThat(components.of(first) == components.of(second))
              .isEqualTo(reached[second] && graph.reachable(second)[first]);
          if (reached[second]) {
            assertThat(components.of(second)).isLessThanOrEqualTo(components.of(first));
          }
        }
        assertThat(components.members(components.of(first))).contains(first);
      }
    }
  }

  @Test
  void loops() {
    int irreducible = 0;
    for (int i = 0; i < GRAPHS; i++) {
      var graph = graph();
      int root = random.nextInt(graph.vertexCount());
      var loops = Loops.of(graph, root);
      Set<Set<Integer>> expected = new HashSet<>();
      var all = new TreeSet<Integer>();
      boolean[] reached = graph.reachable(root);
      for (int vertex = 0; vertex < reached.length; vertex++) {
        if (reached[vertex]) {
          all.add(vertex);
        }
      }
      loops(graph, root, all, all, expected);
      Set<Set<Integer>> found = new HashSet<>();
      for (int loop = 0; loop < loops.all().size(); loop++) {
        var members = new TreeSet<Integer>();
        for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
          if (loops.contains(loop, vertex)) {
            members.add(vertex);
          }
        }
        found.add(members);
        irreducible += loops.all().get(loop).isIrreducible() ? 1 : 0;
        assertThat(loops.all().get(loop).headers()).isEqualTo(headers(graph, root, all, members));
      }
      assertThat(found).isEqualTo(expected);
      for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
        int each = vertex;
        long depth = expected.stream().filter(loop -> loop.contains(each)).count();
        assertThat(loops.depth(vertex)).isEqualTo((int) depth);
      }
    }
    assertThat(irreducible).isGreaterThan(GRAPHS / 30);
  }

  @Test
  void longPathsAndDeepNests() {
    int size = 200_000;
    var edges = new Graph.Builder(size);
    for (int vertex = 0; vertex < size - 1; vertex++) {
      edges.add(vertex, vertex + 1, (byte) 0);
      edges.add(size - 1 - vertex / 2, vertex, (byte) 0);
    }
    var graph = edges.build(size);
    var dominators = Dominators.of(graph, 0);
    assertThat(dominators.dominates(1, size - 1)).isTrue();
    assertThat(Components.of(graph).count()).isEqualTo(1);
    var loops = Loops.of(graph, 0);
    assertThat(loops.depth(size / 2)).isEqualTo(Loops.DEEPEST);
  }

  private static boolean[] without(Graph graph, int root, int removed) {
    boolean[] reached = new boolean[graph.vertexCount()];
    if (root == removed) {
      return reached;
    }
    var waiting = new ArrayList<Integer>(List.of(root));
    reached[root] = true;
    while (!waiting.isEmpty()) {
      for (int next : graph.successors(waiting.removeLast())) {
        if (next != removed && !reached[next]) {
          reached[next] = true;
          waiting.add(next);
        }
      }
    }
    return reached;
  }

  /** The largest sets within a part whose members reach each other inside of it. */
  private static void loops(
      Graph graph, int root, Set<Integer> all, Set<Integer> part, Set<Set<Integer>> found) {
    var left = new TreeSet<>(part);
    while (!left.isEmpty()) {
      int first = left.first();
      var members = new TreeSet<Integer>();
      for (int other : left) {
        if (leads(graph, part, first, other) && leads(graph, part, other, first)) {
          members.add(other);
        }
      }
      left.remove(first);
      left.removeAll(members);
      if (!members.isEmpty()) {
        found.add(members);
        var inside = new TreeSet<>(members);
        headers(graph, root, all, members).forEach(inside::remove);
        loops(graph, root, all, inside, found);
      }
    }
  }

  private static List<Integer> headers(
      Graph graph, int root, Set<Integer> all, Set<Integer> members) {
    var found = new TreeSet<Integer>();
    for (int vertex : all) {
      for (int next : graph.successors(vertex)) {
        if (members.contains(next) && !members.contains(vertex)) {
          found.add(next);
        }
      }
    }
    if (members.contains(root)) {
      found.add(root);
    }
    return List.copyOf(found);
  }

  /** Whether there is a path of one edge or more that stays inside. */
  private static boolean leads(Graph graph, Set<Integer> inside, int from, int to) {
    var reached = new HashSet<Integer>();
    var waiting = new ArrayList<Integer>(List.of(from));
    while (!waiting.isEmpty()) {
      for (int next : graph.successors(waiting.removeLast())) {
        if (inside.contains(next) && reached.add(next)) {
          waiting.add(next);
        }
      }
    }
    return reached.contains(to);
  }

  private Graph graph() {
    int size = 1 + random.nextInt(12);
    int count = random.nextInt(3 * size + 1);
    var edges = new Graph.Builder(count);
    for (int i = 0; i < count; i++) {
      edges.add(random.nextInt(size), random.nextInt(size), (byte) 0);
    }
    return edges.build(size);
  }
}
