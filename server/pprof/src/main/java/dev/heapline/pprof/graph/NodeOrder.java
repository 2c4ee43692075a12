package dev.heapline.pprof.graph;

import dev.heapline.pprof.measure.Text;
import java.util.Comparator;

/**
 * The orders in which pprof prints. Where it leaves one open, because two nodes print the same, or
 * two edges weigh the same with different signs, the order here is still one and the same.
 */
final class NodeOrder {
  private NodeOrder() {}

  static Comparator<Integer> byFlat(CallGraph graph) {
    return Comparator.<Integer>comparingLong(node -> -magnitude(graph.flatSum(node)))
        .thenComparing(byName(graph))
        .thenComparingLong(node -> -magnitude(graph.cumulativeSum(node)))
        .thenComparing(lastResort(graph));
  }

  static Comparator<Integer> byCumulative(CallGraph graph) {
    return Comparator.<Integer>comparingLong(node -> -magnitude(graph.cumulativeSum(node)))
        .thenComparing(byName(graph))
        .thenComparingLong(node -> -magnitude(graph.flatSum(node)))
        .thenComparing(lastResort(graph));
  }

  static Comparator<Integer> edges(CallGraph graph) {
    return Comparator.<Integer>comparingLong(edge -> -magnitude(graph.weight(edge)))
        .thenComparing(edge -> graph.name(graph.source(edge)), Text::compare)
        .thenComparing(edge -> graph.name(graph.target(edge)), Text::compare);
  }

  private static Comparator<Integer> byName(CallGraph graph) {
    return (a, b) ->
        NodeInfo.compareNames(graph.info(a), graph.name(a), graph.info(b), graph.name(b));
  }

  private static Comparator<Integer> lastResort(CallGraph graph) {
    return (a, b) -> Text.compare(graph.info(a).sortKey(), graph.info(b).sortKey());
  }

  private static long magnitude(long value) {
    return Math.abs(value);
  }
}
