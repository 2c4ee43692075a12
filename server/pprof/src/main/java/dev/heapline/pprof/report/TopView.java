package dev.heapline.pprof.report;

import dev.heapline.pprof.graph.CallGraph;
import dev.heapline.pprof.graph.TrimmedGraph;
import dev.heapline.pprof.measure.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code top}: a row per function, or whatever the granularity is.
 *
 * @param report what it is a view of
 * @param graph the graph
 * @param rows the rows, in order
 */
public record TopView(Report report, TrimmedGraph graph, List<Row> rows) {
  /**
   * A row.
   *
   * @param name what it is about
   * @param inlining how calls to it were compiled
   * @param flat its own value
   * @param cumulative its value with all that it called
   */
  public record Row(String name, CallGraph.Inlining inlining, long flat, long cumulative) {}

  /** {@return the view of a report} */
  public static TopView of(Report report) {
    TrimmedGraph trimmed = report.graph();
    CallGraph graph = trimmed.graph();
    var rows = new ArrayList<Row>();
    for (int node : trimmed.nodes()) {
      rows.add(
          new Row(
              graph.name(node), graph.inlining(node), graph.flat(node), graph.cumulative(node)));
    }
    return new TopView(report, trimmed, List.copyOf(rows));
  }

  /** Prints it as pprof does. */
  public void print(PrintWriter out) {
    Wording wording = Wording.of(report, graph);
    Header.ofGraph(report, wording, graph).forEach(line -> out.print(line + "\n"));
    out.print("      flat  flat%   sum%        cum   cum%\n");
    long sum = 0;
    for (Row row : rows) {
      sum += row.flat;
      out.print(Text.right(wording.value(row.flat), 10));
      out.print(" " + wording.share(row.flat) + " " + wording.share(sum) + " ");
      out.print(Text.right(wording.value(row.cumulative), 10));
      out.print(" " + wording.share(row.cumulative) + "  " + row.name);
      out.print(
          switch (row.inlining) {
            case NONE -> "\n";
            case SOME -> " (partial-inline)\n";
            case ALL -> " (inline)\n";
          });
    }
  }
}
