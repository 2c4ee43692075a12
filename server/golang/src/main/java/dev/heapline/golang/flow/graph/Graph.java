package dev.heapline.golang.flow.graph;

import java.util.Arrays;

/**
 * A directed graph: vertices are numbers from 0, edges are numbered by the vertex that they leave.
 *
 * <p>The edges of vertex {@code v} are those from {@link #first}{@code (v)} up to, but without,
 * {@link #end}{@code (v)}, in the order in which they were added.
 */
public final class Graph {
  private final int[] starts;
  private final int[] targets;
  private final byte[] labels;

  private Graph(int[] starts, int[] targets, byte[] labels) {
    this.starts = starts;
    this.targets = targets;
    this.labels = labels;
  }

  /** {@return the number of vertices} */
  public int vertexCount() {
    return starts.length - 1;
  }

  /** {@return the number of edges} */
  public int edgeCount() {
    return targets.length;
  }

  /** {@return the first edge that leaves a vertex} */
  public int first(int vertex) {
    return starts[vertex];
  }

  /** {@return the number after the last edge that leaves a vertex} */
  public int end(int vertex) {
    return starts[vertex + 1];
  }

  /** {@return where an edge leads} */
  public int target(int edge) {
    return targets[edge];
  }

  /** {@return the label with which an edge was added} */
  public byte label(int edge) {
    return labels[edge];
  }

  /** {@return the vertices to which edges lead from a vertex, with repetitions} */
  public int[] successors(int vertex) {
    return Arrays.copyOfRange(targets, starts[vertex], starts[vertex + 1]);
  }

  /** {@return the same graph with all edges turned round, labels kept} */
  public Graph reversed() {
    var turned = new Builder(edgeCount());
    for (int vertex = 0; vertex < vertexCount(); vertex++) {
      for (int edge = first(vertex); edge < end(vertex); edge++) {
        turned.add(targets[edge], vertex, labels[edge]);
      }
    }
    return turned.build(vertexCount());
  }

  /** {@return for each vertex, whether edges lead to it from the root; true for the root itself} */
  public boolean[] reachable(int root) {
    boolean[] reached = new boolean[vertexCount()];
    int[] waiting = new int[vertexCount()];
    int count = 0;
    reached[root] = true;
    waiting[count++] = root;
    while (count > 0) {
      int vertex = waiting[--count];
      for (int edge = first(vertex); edge < end(vertex); edge++) {
        int next = targets[edge];
        if (!reached[next]) {
          reached[next] = true;
          waiting[count++] = next;
        }
      }
    }
    return reached;
  }

  /** Collects edges in any order. */
  public static final class Builder {
    private int[] sources;
    private int[] targets;
    private byte[] labels;
    private int count;

    /**
     * @param expected how many edges there will probably be
     */
    public Builder(int expected) {
      sources = new int[Math.max(expected, 4)];
      targets = new int[sources.length];
      labels = new byte[sources.length];
    }

    /** Adds an edge. */
    public void add(int source, int target, byte label) {
      if (count == sources.length) {
        sources = Arrays.copyOf(sources, 2 * count);
        targets = Arrays.copyOf(targets, 2 * count);
        labels = Arrays.copyOf(labels, 2 * count);
      }
      sources[count] = source;
      targets[count] = target;
      labels[count] = label;
      count++;
    }

    /**
     * {@return the graph of the edges that were added}
     *
     * @param vertexCount more than the number of any vertex of an edge
     */
    public Graph build(int vertexCount) {
      int[] starts = new int[vertexCount + 1];
      for (int i = 0; i < count; i++) {
        starts[sources[i] + 1]++;
      }
      for (int vertex = 0; vertex < vertexCount; vertex++) {
        starts[vertex + 1] += starts[vertex];
      }
      int[] next = Arrays.copyOf(starts, vertexCount);
      int[] sorted = new int[count];
      byte[] sortedLabels = new byte[count];
      for (int i = 0; i < count; i++) {
        int edge = next[sources[i]]++;
        sorted[edge] = targets[i];
        sortedLabels[edge] = labels[i];
      }
      return new Graph(starts, sorted, sortedLabels);
    }
  }
}
