package dev.heapline.pprof.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A call graph. Nodes and edges are numbered from 0; the arrays are columns of them. An edge may
 * lead from or to a node that is not worth a row: one whose values cancel out.
 */
public final class CallGraph {
  private final NodeInfo[] infos;
  private final @Nullable String[] names;
  private final Values values;
  private final EdgeTable edges;
  private final boolean[] isTrimmed;

  /** The edges by node, behind one another, and where those of each node begin. */
  private final int[] incoming;

  private final int[] firstIncoming;
  private final int[] outgoing;
  private final int[] firstOutgoing;

  /** What samples add up to at each node: on its own and with what it called. */
  static final class Values {
    private final long[] flat;
    private final long[] flatDivisor;
    private final long[] cumulative;
    private final long[] cumulativeDivisor;

    Values(int size) {
      flat = new long[size];
      flatDivisor = new long[size];
      cumulative = new long[size];
      cumulativeDivisor = new long[size];
    }

    void addFlat(int node, long value, long divisor) {
      flat[node] += value;
      flatDivisor[node] += divisor;
    }

    void addCumulative(int node, long value, long divisor) {
      cumulative[node] += value;
      cumulativeDivisor[node] += divisor;
    }
  }

  CallGraph(NodeInfo[] infos, Values values, EdgeTable edges) {
    this.infos = infos;
    this.values = values;
    this.edges = edges;
    this.isTrimmed = new boolean[edges.size()];
    this.names = new String[infos.length];
    firstIncoming = new int[infos.length + 1];
    firstOutgoing = new int[infos.length + 1];
    incoming = byNode(firstIncoming, true);
    outgoing = byNode(firstOutgoing, false);
  }

  private int[] byNode(int[] first, boolean target) {
    for (int edge = 0; edge < edges.size(); edge++) {
      first[(target ? edges.target(edge) : edges.source(edge)) + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    int[] next = first.clone();
    int[] sorted = new int[edges.size()];
    for (int edge = 0; edge < edges.size(); edge++) {
      sorted[next[target ? edges.target(edge) : edges.source(edge)]++] = edge;
    }
    return sorted;
  }

  /** {@return the number of nodes, with those that have no value} */
  public int size() {
    return infos.length;
  }

  /** {@return what a node stands for} */
  public NodeInfo info(int node) {
    return infos[node];
  }

  /** {@return the name of a node that views print} */
  public String name(int node) {
    String name = names[node];
    if (name == null) {
      name = infos[node].printableName();
      names[node] = name;
    }
    return name;
  }

  /** {@return the sum of the samples that end in a node} */
  public long flatSum(int node) {
    return values.flat[node];
  }

  /** {@return the sum of the samples that pass through a node} */
  public long cumulativeSum(int node) {
    return values.cumulative[node];
  }

  /** {@return {@link #flatSum}, or its mean where means were asked for} */
  public long flat(int node) {
    long divisor = values.flatDivisor[node];
    return divisor == 0 ? values.flat[node] : values.flat[node] / divisor;
  }

  /** {@return {@link #cumulativeSum}, or its mean where means were asked for} */
  public long cumulative(int node) {
    long divisor = values.cumulativeDivisor[node];
    return divisor == 0 ? values.cumulative[node] : values.cumulative[node] / divisor;
  }

  /** {@return the edges from callers, in the order in which views print them} */
  public int[] incoming(int node) {
    return sorted(incoming, firstIncoming, node);
  }

  /** {@return the edges to callees, in the order in which views print them} */
  public int[] outgoing(int node) {
    return sorted(outgoing, firstOutgoing, node);
  }

  private int[] sorted(int[] byNode, int[] first, int node) {
    return Arrays.stream(byNode, first[node], first[node + 1])
        .filter(edge -> !isTrimmed[edge])
        .boxed()
        .sorted(NodeOrder.edges(this))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** How the calls of a function were compiled. */
  public enum Inlining {
    /** No call was inlined, or there is none. */
    NONE,
    /** Some calls were. */
    SOME,
    /** All calls were. */
    ALL
  }

  /** {@return how the calls of a node were compiled} */
  public Inlining inlining(int node) {
    boolean inlined = false;
    boolean called = false;
    for (int i = firstIncoming[node]; i < firstIncoming[node + 1]; i++) {
      if (!isTrimmed[incoming[i]]) {
        inlined |= edges.isInline(incoming[i]);
        called |= !edges.isInline(incoming[i]);
      }
    }
    return !inlined ? Inlining.NONE : called ? Inlining.SOME : Inlining.ALL;
  }

  /** {@return the caller} */
  public int source(int edge) {
    return edges.source(edge);
  }

  /** {@return the callee} */
  public int target(int edge) {
    return edges.target(edge);
  }

  /** {@return the sum of the samples that pass through an edge} */
  public long weight(int edge) {
    return edges.weight(edge);
  }

  /** {@return whether all calls that the edge stands for were inlined} */
  public boolean isInline(int edge) {
    return edges.isInline(edge);
  }

  /** Leaves out the edges to a node that weigh less than {@code least}, whatever their sign. */
  void trimIncoming(int node, long least) {
    for (int i = firstIncoming[node]; i < firstIncoming[node + 1]; i++) {
      if (Math.abs(edges.weight(incoming[i])) < least) {
        isTrimmed[incoming[i]] = true;
      }
    }
  }
}
