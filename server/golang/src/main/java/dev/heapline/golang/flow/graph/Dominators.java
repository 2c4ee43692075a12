package dev.heapline.golang.flow.graph;

import java.util.Arrays;

/**
 * Which vertices of a graph lie on every path from a root to another vertex.
 *
 * <p>The algorithm is the one of Lengauer and Tarjan ("A Fast Algorithm for Finding Dominators in a
 * Flowgraph", 1979) with path compression: O(m log n) for any graph.
 */
public final class Dominators {
  /** What has no dominator: the root, and what the root does not reach. */
  public static final int NONE = -1;

  private final int[] immediate;

  // Where a vertex stands in the dominator tree: what it dominates has numbers in [from, to).
  private final int[] from;
  private final int[] to;

  private Dominators(int[] immediate, int[] from, int[] to) {
    this.immediate = immediate;
    this.from = from;
    this.to = to;
  }

  /** {@return the dominators of what a root reaches} */
  public static Dominators of(Graph graph, int root) {
    return new Search(graph, root).run();
  }

  /** {@return the nearest vertex that dominates another one; {@link #NONE} where there is none} */
  public int immediate(int vertex) {
    return immediate[vertex];
  }

  /**
   * {@return whether every path from the root to the second vertex goes through the first; a vertex
   * dominates itself; false where the root does not reach both}
   */
  public boolean dominates(int first, int second) {
    return from[first] >= 0 && from[second] >= from[first] && from[second] < to[first];
  }

  /** One search; vertices are known by their numbers in depth-first order. */
  private static final class Search {
    private final Graph graph;
    private final int root;
    private final int[] number; // of a vertex, −1 where it is not reached
    private final int[] vertex; // of a number
    private final int[] parent;
    private final int[] semi;
    private final int[] best; // the number with the least semidominator on the compressed path
    private final int[] ancestor;
    private int count;

    Search(Graph graph, int root) {
      this.graph = graph;
      this.root = root;
      int size = graph.vertexCount();
      number = new int[size];
      vertex = new int[size];
      parent = new int[size];
      semi = new int[size];
      best = new int[size];
      ancestor = new int[size];
    }

    Dominators run() {
      numberVertices();
      int[] dominator = dominators();
      int[] immediate = new int[number.length];
      Arrays.fill(immediate, NONE);
      int[] size = new int[count];
      for (int i = count - 1; i >= 0; i--) {
        size[i]++;
        if (i > 0) {
          immediate[vertex[i]] = vertex[dominator[i]];
          size[dominator[i]] += size[i];
        }
      }
      int[] from = new int[number.length];
      int[] to = new int[number.length];
      Arrays.fill(from, -1);
      int[] next = new int[count];
      for (int i = 0; i < count; i++) {
        int start = i == 0 ? 0 : next[dominator[i]];
        if (i > 0) {
          next[dominator[i]] += size[i];
        }
        from[vertex[i]] = start;
        to[vertex[i]] = start + size[i];
        next[i] = start + 1;
      }
      return new Dominators(immediate, from, to);
    }

    private void numberVertices() {
      Arrays.fill(number, -1);
      int[] path = new int[number.length];
      int[] edge = new int[number.length];
      int depth = 0;
      path[0] = root;
      edge[0] = graph.first(root);
      number[root] = 0;
      vertex[count++] = root;
      while (depth >= 0) {
        int at = path[depth];
        if (edge[depth] == graph.end(at)) {
          depth--;
          continue;
        }
        int next = graph.target(edge[depth]++);
        if (number[next] < 0) {
          number[next] = count;
          vertex[count] = next;
          parent[count++] = number[at];
          depth++;
          path[depth] = next;
          edge[depth] = graph.first(next);
        }
      }
    }

    private int[] dominators() {
      int[] dominator = new int[count];
      int[] bucket = new int[count]; // the first number whose semidominator this is
      int[] nextInBucket = new int[count];
      Arrays.fill(bucket, -1);
      Arrays.fill(ancestor, -1);
      for (int i = 0; i < count; i++) {
        semi[i] = i;
        best[i] = i;
      }
      var predecessors = graph.reversed();
      int[] path = new int[count];
      for (int i = count - 1; i > 0; i--) {
        int at = vertex[i];
        for (int edge = predecessors.first(at); edge < predecessors.end(at); edge++) {
          int before = number[predecessors.target(edge)];
          if (before >= 0) {
            semi[i] = Math.min(semi[i], semi[evaluate(before, path)]);
          }
        }
        nextInBucket[i] = bucket[semi[i]];
        bucket[semi[i]] = i;
        ancestor[i] = parent[i];
        for (int each = bucket[parent[i]]; each >= 0; each = nextInBucket[each]) {
          int least = evaluate(each, path);
          dominator[each] = semi[least] < semi[each] ? least : parent[i];
        }
        bucket[parent[i]] = -1;
      }
      for (int i = 1; i < count; i++) {
        if (dominator[i] != semi[i]) {
          dominator[i] = dominator[dominator[i]];
        }
      }
      return dominator;
    }

    /** The number with the least semidominator among its linked ancestors, the root left out. */
    private int evaluate(int start, int[] path) {
      if (ancestor[start] < 0) {
        return start;
      }
      int length = 0;
      for (int each = start; ancestor[ancestor[each]] >= 0; each = ancestor[each]) {
        path[length++] = each;
      }
      while (length > 0) {
        int each = path[--length];
        int above = ancestor[each];
        if (semi[best[above]] < semi[best[each]]) {
          best[each] = best[above];
        }
        ancestor[each] = ancestor[above];
      }
      return best[start];
    }
  }
}
