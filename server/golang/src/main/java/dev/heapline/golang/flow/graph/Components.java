package dev.heapline.golang.flow.graph;

import java.util.Arrays;

/**
 * The strongly connected components of a graph: largest sets of vertices each of which reaches all
 * others.
 *
 * <p>They are numbered so that edges between components lead from greater to smaller numbers (the
 * order in which Tarjan's algorithm of 1972 finds them): callees before callers.
 */
public final class Components {
  private final int[] component;
  private final int[] starts;
  private final int[] members;

  private Components(int[] component, int[] starts, int[] members) {
    this.component = component;
    this.starts = starts;
    this.members = members;
  }

  /** {@return the components of a graph} */
  public static Components of(Graph graph) {
    int size = graph.vertexCount();
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    var search = new Search(graph);
    search.run(all, size, new int[size], 0);
    return search.result();
  }

  /** {@return the number of components} */
  public int count() {
    return starts.length - 1;
  }

  /** {@return the component of a vertex} */
  public int of(int vertex) {
    return component[vertex];
  }

  /** {@return the vertices of a component} */
  public int[] members(int index) {
    return Arrays.copyOfRange(members, starts[index], starts[index + 1]);
  }

  /** A search that can be run again on parts of the graph. */
  static final class Search {
    private static final int DONE = Integer.MAX_VALUE;
    private final Graph graph;
    private final int[] number;
    private final int[] lowest;
    private final int[] path;
    private final int[] edge;
    private final int[] waiting;
    private final int[] component;
    private final int[] starts;
    private final int[] members;
    private int count;
    private int memberCount;

    Search(Graph graph) {
      this.graph = graph;
      int size = graph.vertexCount();
      number = new int[size];
      lowest = new int[size];
      path = new int[size];
      edge = new int[size];
      waiting = new int[size];
      component = new int[size];
      starts = new int[size + 1];
      members = new int[size];
    }

    /**
     * Finds the components of a part of the graph.
     *
     * @param part its vertices, as many as {@code size} says
     * @param region for each vertex the part in which it is
     * @param wanted the part that is meant
     */
    void run(int[] part, int size, int[] region, int wanted) {
      count = 0;
      memberCount = 0;
      for (int i = 0; i < size; i++) {
        number[part[i]] = 0;
      }
      int clock = 0;
      int waitingCount = 0;
      for (int i = 0; i < size; i++) {
        if (number[part[i]] != 0) {
          continue;
        }
        int depth = 0;
        path[0] = part[i];
        while (depth >= 0) {
          int at = path[depth];
          if (number[at] == 0) {
            number[at] = ++clock;
            lowest[at] = clock;
            edge[depth] = graph.first(at);
            waiting[waitingCount++] = at;
          }
          boolean deeper = false;
          while (edge[depth] < graph.end(at)) {
            int next = graph.target(edge[depth]);
            if (region[next] == wanted && number[next] == 0) {
              path[++depth] = next;
              deeper = true;
              break;
            }
            if (region[next] == wanted && number[next] != DONE) {
              lowest[at] = Math.min(lowest[at], lowest[next]);
            }
            edge[depth]++;
          }
          if (deeper) {
            continue;
          }
          if (lowest[at] == number[at]) {
            starts[count] = memberCount;
            int member;
            do {
              member = waiting[--waitingCount];
              number[member] = DONE;
              component[member] = count;
              members[memberCount++] = member;
            } while (member != at);
            starts[++count] = memberCount;
          }
          depth--;
        }
      }
    }

    int count() {
      return count;
    }

    int start(int index) {
      return starts[index];
    }

    int member(int position) {
      return members[position];
    }

    int component(int vertex) {
      return component[vertex];
    }

    Components result() {
      return new Components(
          component, Arrays.copyOf(starts, count + 1), Arrays.copyOf(members, memberCount));
    }
  }
}
