package dev.heapline.golang.flow.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The loops of a graph, and how they nest.
 *
 * <p>A loop is a strongly connected part of what the root reaches. Its headers are the vertices by
 * which it can be entered from outside; without them, what remains of it falls apart into the loops
 * inside. A loop with one header is a natural loop; one with several is irreducible, which in Go
 * only {@code goto} can make.
 *
 * <p>Loops deeper than {@link #DEEPEST} are not told apart from the loop around them, so that
 * hostile source takes no more than so many times the size of its graph.
 */
public final class Loops {
  /** The depth of the deepest loop that is found. */
  public static final int DEEPEST = 100;

  /** Where there is no loop. */
  public static final int NONE = -1;

  private final int[] innermost;
  private final List<Loop> loops;

  private Loops(int[] innermost, List<Loop> loops) {
    this.innermost = innermost;
    this.loops = loops;
  }

  /**
   * A loop.
   *
   * @param parent the number of the loop around it; {@link #NONE} for an outermost one
   * @param depth 1 for an outermost one
   * @param headers by which vertices it can be entered, in ascending order
   */
  public record Loop(int parent, int depth, List<Integer> headers) {
    /** {@return whether it can be entered in more than one place} */
    public boolean isIrreducible() {
      return headers.size() > 1;
    }
  }

  /** {@return the loops of what a root reaches} */
  public static Loops of(Graph graph, int root) {
    return new Search(graph, root).run();
  }

  /** {@return the loops; each has a greater number than the one around it} */
  public List<Loop> all() {
    return loops;
  }

  /** {@return the number of the innermost loop that a vertex is in, or {@link #NONE}} */
  public int innermost(int vertex) {
    return innermost[vertex];
  }

  /** {@return in how many loops a vertex is} */
  public int depth(int vertex) {
    return innermost[vertex] < 0 ? 0 : loops.get(innermost[vertex]).depth();
  }

  /** {@return whether a vertex is in a loop, be it in one inside of it} */
  public boolean contains(int loop, int vertex) {
    int each = innermost[vertex];
    while (each > loop) {
      each = loops.get(each).parent();
    }
    return each == loop;
  }

  private static final class Search {
    private final Graph graph;
    private final Graph predecessors;
    private final int root;
    private final boolean[] reached;
    private final int[] innermost;
    private final int[] region;
    private final Components.Search components;
    private final List<Loop> loops = new ArrayList<>();
    private final List<int[]> inside = new ArrayList<>();
    private int regions;

    Search(Graph graph, int root) {
      this.graph = graph;
      this.root = root;
      predecessors = graph.reversed();
      reached = graph.reachable(root);
      innermost = new int[graph.vertexCount()];
      region = new int[graph.vertexCount()];
      components = new Components.Search(graph);
    }

    Loops run() {
      Arrays.fill(innermost, NONE);
      int[] all = new int[reached.length];
      int count = 0;
      for (int vertex = 0; vertex < reached.length; vertex++) {
        region[vertex] = reached[vertex] ? 0 : -1;
        if (reached[vertex]) {
          all[count++] = vertex;
        }
      }
      find(Arrays.copyOf(all, count), NONE, 0);
      for (int loop = 0; loop < loops.size(); loop++) {
        if (loops.get(loop).depth() < DEEPEST) {
          find(inside.get(loop), loop, loops.get(loop).depth());
        }
      }
      return new Loops(innermost, List.copyOf(loops));
    }

    /** Finds the loops within a part of the graph. */
    private void find(int[] part, int parent, int depth) {
      int here = ++regions;
      for (int vertex : part) {
        region[vertex] = here;
      }
      components.run(part, part.length, region, here);
      for (int i = 0; i < components.count(); i++) {
        int from = components.start(i);
        int to = components.start(i + 1);
        if (to - from > 1 || leadsToItself(components.member(from))) {
          add(from, to, parent, depth + 1, here);
        }
      }
    }

    private boolean leadsToItself(int vertex) {
      for (int edge = graph.first(vertex); edge < graph.end(vertex); edge++) {
        if (graph.target(edge) == vertex) {
          return true;
        }
      }
      return false;
    }

    private void add(int from, int to, int parent, int depth, int here) {
      int loop = loops.size();
      var headers = new ArrayList<Integer>(1);
      int[] rest = new int[to - from];
      int count = 0;
      for (int i = from; i < to; i++) {
        int vertex = components.member(i);
        innermost[vertex] = loop;
        if (isEntered(vertex, here)) {
          headers.add(vertex);
        } else {
          rest[count++] = vertex;
        }
      }
      headers.sort(null);
      loops.add(new Loop(parent, depth, List.copyOf(headers)));
      inside.add(Arrays.copyOf(rest, count));
    }

    private boolean isEntered(int vertex, int here) {
      int component = components.component(vertex);
      for (int edge = predecessors.first(vertex); edge < predecessors.end(vertex); edge++) {
        int before = predecessors.target(edge);
        if (reached[before]
            && (region[before] != here || components.component(before) != component)) {
          return true;
        }
      }
      return vertex == root;
    }
  }
}
