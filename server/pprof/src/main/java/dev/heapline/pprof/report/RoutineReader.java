package dev.heapline.pprof.report;

import dev.heapline.pprof.graph.CallGraph;
import dev.heapline.pprof.graph.NodeInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the source of functions. A file is read once, when the first line of it is wanted; one that
 * cannot be read is reported with every function of it from then on, as pprof does.
 */
final class RoutineReader {
  /** How many lines are shown before the first and behind the last that has a value. */
  private static final int MARGIN = 5;

  private final CallGraph graph;
  private final SourceFiles sources;
  private final Map<String, List<String>> read = new HashMap<>();
  private final Map<String, String> faults = new HashMap<>();

  RoutineReader(CallGraph graph, SourceFiles sources) {
    this.graph = graph;
    this.sources = sources;
  }

  ListView.Routine read(String name, String file, List<Integer> nodes) {
    List<ListView.Line> lines = lines(file, nodes);
    return new ListView.Routine(
        name,
        file,
        nodes.stream().mapToLong(graph::flatSum).sum(),
        nodes.stream().mapToLong(graph::cumulativeSum).sum(),
        lines,
        faults.getOrDefault(file, ""));
  }

  private List<ListView.Line> lines(String file, List<Integer> nodes) {
    Range range = range(nodes);
    if (range.start > range.end) {
      return List.of();
    }
    Map<Integer, long[]> sums = new HashMap<>();
    for (int node : nodes) {
      long[] sum = sums.computeIfAbsent(graph.info(node).line(), _ -> new long[2]);
      sum[0] += graph.flatSum(node);
      sum[1] += graph.cumulativeSum(node);
    }
    List<String> source = read.computeIfAbsent(file, this::source);
    var lines = new ArrayList<ListView.Line>();
    for (int number = range.start; number <= Math.min(range.end, source.size()); number++) {
      long[] sum = sums.getOrDefault(number, new long[2]);
      lines.add(new ListView.Line(number, source.get(number - 1), sum[0], sum[1]));
    }
    return List.copyOf(lines);
  }

  private List<String> source(String file) {
    try {
      return sources.lines(file);
    } catch (SourceFiles.UnavailableException fault) {
      faults.put(file, Objects.requireNonNullElse(fault.getMessage(), ""));
      return List.of();
    }
  }

  private record Range(int start, int end) {}

  /**
   * From the declaration, or a little before the first line, to a little behind the last. Where a
   * line moves the start it does not move the end, as in pprof, which goes through the lines in any
   * order, so that its own answer may vary when functions of one name have several declarations.
   */
  private Range range(List<Integer> nodes) {
    List<NodeInfo> infos =
        nodes.stream().map(graph::info).sorted(Comparator.comparingInt(NodeInfo::line)).toList();
    int start = start(infos.getFirst());
    int end = infos.getFirst().line() + MARGIN;
    for (NodeInfo info : infos) {
      if (start(info) < start) {
        start = start(info);
      } else {
        end = Math.max(end, info.line() + MARGIN);
      }
    }
    return new Range(Math.max(start, 1), end);
  }

  private static int start(NodeInfo info) {
    return info.startLine() != 0 ? info.startLine() : info.line() - MARGIN;
  }
}
