package dev.heapline.pprof.report;

import com.google.re2j.Pattern;
import dev.heapline.pprof.graph.CallGraph;
import dev.heapline.pprof.graph.TrimmedGraph;
import dev.heapline.pprof.measure.Measurement;
import dev.heapline.pprof.measure.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code tree} and {@code peek}: a block per function, with its callers above and its callees
 * below.
 *
 * @param report what it is a view of
 * @param graph the graph
 * @param blocks the blocks, in order
 */
public record TreeView(Report report, TrimmedGraph graph, List<Block> blocks) {
  private static final String RULE =
      "----------------------------------------------------------+-------------\n";
  private static final String LEGEND =
      "      flat  flat%   sum%        cum   cum%   calls calls% + context \t \t \n";

  /**
   * A function.
   *
   * @param name its name
   * @param flat its own value
   * @param cumulative its value with all that it called
   * @param callers where it is called, heaviest first
   * @param callees what it calls, heaviest first
   */
  public record Block(
      String name, long flat, long cumulative, List<Call> callers, List<Call> callees) {}

  /**
   * A call.
   *
   * @param name the function at the other end
   * @param value what passes through it
   * @param isInline whether it was inlined
   */
  public record Call(String name, long value, boolean isInline) {}

  /**
   * {@return the view of a report}
   *
   * @param pattern the functions to show, by what is printed of them; empty for all
   * @throws ViewException if no function matches
   */
  public static TreeView of(Report report, Optional<Pattern> pattern) throws ViewException {
    TrimmedGraph trimmed = report.graph();
    CallGraph graph = trimmed.graph();
    var blocks = new ArrayList<Block>();
    for (int node : trimmed.nodes()) {
      String name = graph.name(node);
      if (pattern.isEmpty() || pattern.get().matcher(name).find()) {
        blocks.add(
            new Block(
                name,
                graph.flat(node),
                graph.cumulative(node),
                calls(graph, graph.incoming(node), true),
                calls(graph, graph.outgoing(node), false)));
      }
    }
    if (pattern.isPresent() && blocks.isEmpty()) {
      throw new ViewException("no matches found for regexp: " + pattern.get());
    }
    return new TreeView(report, trimmed, List.copyOf(blocks));
  }

  private static List<Call> calls(CallGraph graph, int[] edges, boolean callers) {
    var calls = new ArrayList<Call>();
    for (int edge : edges) {
      int other = callers ? graph.source(edge) : graph.target(edge);
      calls.add(new Call(graph.name(other), graph.weight(edge), graph.isInline(edge)));
    }
    return List.copyOf(calls);
  }

  /** Prints it as pprof does. */
  public void print(PrintWriter out) {
    Wording wording = Wording.of(report, graph);
    Header.ofGraph(report, wording, graph).forEach(line -> out.print(line + "\n"));
    out.print(RULE + LEGEND);
    long sum = 0;
    for (Block block : blocks) {
      out.print(RULE);
      print(out, wording, block.callers, block.cumulative);
      sum += block.flat;
      out.print(Text.right(wording.value(block.flat), 10));
      out.print(" " + wording.share(block.flat) + " " + wording.share(sum) + " ");
      out.print(Text.right(wording.value(block.cumulative), 10));
      out.print(" " + wording.share(block.cumulative));
      out.print("                | " + block.name + "\n");
      print(out, wording, block.callees, block.cumulative);
    }
    if (!graph.nodes().isEmpty()) {
      out.print(RULE);
    }
  }

  private static void print(PrintWriter out, Wording wording, List<Call> calls, long of) {
    for (Call call : calls) {
      out.print(Text.right(wording.value(call.value), 50));
      out.print(" " + Measurement.percentage(call.value, of) + " |   " + call.name);
      out.print(call.isInline ? " (inline)\n" : "\n");
    }
  }
}
