package dev.heapline.pprof.report;

import com.google.re2j.Pattern;
import dev.heapline.pprof.graph.CallGraph;
import dev.heapline.pprof.graph.NodeInfo;
import dev.heapline.pprof.graph.TrimmedGraph;
import dev.heapline.pprof.measure.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code list}: the source of functions, each line with its values.
 *
 * @param report what it is a view of
 * @param routines the functions, by name and file
 */
public record ListView(Report report, List<Routine> routines) {
  /**
   * A function in one file.
   *
   * @param name its name
   * @param file the file, or an empty string where it is not known
   * @param flat its own value
   * @param cumulative the sum of its lines' values with all that they called
   * @param lines the lines, or none where there is no source
   * @param fault why there is no source, or an empty string
   */
  public record Routine(
      String name, String file, long flat, long cumulative, List<Line> lines, String fault) {}

  /**
   * A line.
   *
   * @param number its number from 1
   * @param text the source
   * @param flat its own value
   * @param cumulative its value with all that it called
   */
  public record Line(int number, String text, long flat, long cumulative) {}

  /**
   * {@return the view of a report}
   *
   * @param pattern the functions to show, by name
   * @throws ViewException if no function matches
   */
  public static ListView of(Report report, Pattern pattern, SourceFiles sources)
      throws ViewException {
    TrimmedGraph trimmed = report.graph();
    CallGraph graph = trimmed.graph();
    var functions = new TreeMap<String, TreeMap<String, List<Integer>>>(Text::compare);
    for (int node : trimmed.nodes()) {
      NodeInfo info = graph.info(node);
      if (pattern.matcher(info.name()).find()) {
        functions
            .computeIfAbsent(info.name(), _ -> new TreeMap<>(Text::compare))
            .computeIfAbsent(info.file(), _ -> new ArrayList<>())
            .add(node);
      }
    }
    if (functions.isEmpty()) {
      throw new ViewException("no matches found for regexp: " + pattern);
    }
    var reader = new RoutineReader(graph, sources);
    var routines = new ArrayList<Routine>();
    functions.forEach(
        (name, files) -> {
          files.forEach(
              (file, nodes) -> {
                if (!file.isEmpty()) {
                  routines.add(reader.read(name, file, nodes));
                }
              });
          if (files.size() == 1 && files.containsKey("")) {
            routines.add(new Routine(name, "", 0, 0, List.of(), ""));
          }
        });
    return new ListView(report, List.copyOf(routines));
  }

  /** Prints it as pprof does. */
  public void print(PrintWriter out) {
    Wording wording = report.wording();
    out.print("Total: " + wording.value(report.total()) + "\n");
    for (Routine routine : routines) {
      if (routine.file.isEmpty()) {
        out.print("No source information for " + routine.name + "\n");
        continue;
      }
      out.print("ROUTINE ======================== " + routine.name + " in " + routine.file + "\n");
      out.print(Text.right(wording.value(routine.flat), 10) + " ");
      out.print(Text.right(wording.value(routine.cumulative), 10));
      out.print(" (flat, cum) " + wording.share(routine.cumulative) + " of Total\n");
      if (!routine.fault.isEmpty()) {
        out.print(" Error: " + routine.fault + "\n");
      }
      for (Line line : routine.lines) {
        out.print(Text.right(valueOrDot(wording, line.flat), 10) + " ");
        out.print(Text.right(valueOrDot(wording, line.cumulative), 10) + " ");
        out.print(Text.right("" + line.number, 6) + ":" + line.text + "\n");
      }
    }
  }

  private static String valueOrDot(Wording wording, long value) {
    return value == 0 ? "." : wording.value(value);
  }
}
