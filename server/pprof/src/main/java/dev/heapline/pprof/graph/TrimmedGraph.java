package dev.heapline.pprof.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The part of a call graph that is worth showing.
 *
 * @param graph the graph
 * @param nodes the nodes to show, in order
 * @param candidates how many nodes there were before their number was limited
 * @param dropped how many were dropped for being too small
 */
public record TrimmedGraph(CallGraph graph, List<Integer> nodes, int candidates, int dropped) {
  /** Copies the list. */
  public TrimmedGraph {
    nodes = List.copyOf(nodes);
  }

  /**
   * {@return the graph that a builder makes, trimmed}
   *
   * <p>When nodes go, the graph is built anew without them, so that calls through them become edges
   * between those that stay.
   *
   * @param file what is made of file names before they are compared; as in pprof it is done again
   *     each time the graph is built
   */
  public static TrimmedGraph of(
      GraphBuilder builder, Trimming trimming, UnaryOperator<String> file) {
    UnaryOperator<String> names = file;
    CallGraph graph = builder.build(names, Optional.empty());
    int[] nodes = worthwhile(graph, trimming);
    long total = Arrays.stream(nodes).mapToLong(graph::flatSum).sum();
    long nodeCutoff = Math.abs((long) (total * trimming.nodeFraction()));
    long edgeCutoff = Math.abs((long) (total * trimming.edgeFraction()));
    int dropped = 0;
    if (nodeCutoff > 0) {
      int before = nodes.length;
      CallGraph whole = graph;
      int[] kept =
          Arrays.stream(nodes)
              .filter(node -> Math.abs(whole.cumulativeSum(node)) >= nodeCutoff)
              .toArray();
      dropped = before - kept.length;
      if (dropped > 0) {
        names = again(names, file);
        graph = builder.build(names, Optional.of(infos(whole, kept)));
        nodes = worthwhile(graph, trimming);
      }
    }
    int candidates = nodes.length;
    nodes = sorted(graph, nodes, trimming);
    if (trimming.nodeCount() > 0 && trimming.nodeCount() < nodes.length) {
      int[] top = Arrays.copyOf(nodes, trimming.nodeCount());
      names = again(names, file);
      graph = builder.build(names, Optional.of(infos(graph, top)));
      nodes = sorted(graph, worthwhile(graph, trimming), trimming);
    }
    for (int node : nodes) {
      graph.trimIncoming(node, edgeCutoff);
    }
    return new TrimmedGraph(graph, Arrays.stream(nodes).boxed().toList(), candidates, dropped);
  }

  private static UnaryOperator<String> again(
      UnaryOperator<String> names, UnaryOperator<String> file) {
    return name -> file.apply(names.apply(name));
  }

  private static int[] worthwhile(CallGraph graph, Trimming trimming) {
    return IntStream.range(0, graph.size())
        .filter(node -> graph.cumulativeSum(node) != 0 || graph.flatSum(node) != 0)
        .filter(node -> !trimming.dropsNegative() || !isNegative(graph, node))
        .toArray();
  }

  private static boolean isNegative(CallGraph graph, int node) {
    long flat = graph.flatSum(node);
    return flat < 0 || (flat == 0 && graph.cumulativeSum(node) < 0);
  }

  private static Set<NodeInfo> infos(CallGraph graph, int[] nodes) {
    var infos = new HashSet<NodeInfo>();
    for (int node : nodes) {
      infos.add(graph.info(node));
    }
    return infos;
  }

  private static int[] sorted(CallGraph graph, int[] nodes, Trimming trimming) {
    Comparator<Integer> order =
        trimming.byCumulative() ? NodeOrder.byCumulative(graph) : NodeOrder.byFlat(graph);
    return Arrays.stream(nodes).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }
}
