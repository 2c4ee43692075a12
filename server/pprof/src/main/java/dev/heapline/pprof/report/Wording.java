package dev.heapline.pprof.report;

import dev.heapline.pprof.graph.CallGraph;
import dev.heapline.pprof.graph.TrimmedGraph;
import dev.heapline.pprof.measure.Measurement;

/**
 * How a report words its values.
 *
 * @param report the report
 * @param unit the unit of all values, or {@code minimum}: then each value has its own
 */
record Wording(Report report, String unit) {
  /**
   * {@return the wording of a graph's rows} Where no unit is asked for, all rows get the one that
   * fits the smallest of them, or a larger one if the total is far larger.
   */
  static Wording of(Report report, TrimmedGraph graph) {
    if (!report.options().unit().equals(Measurement.MINIMUM) || graph.nodes().isEmpty()) {
      return report.wording();
    }
    long least = least(graph);
    long total = report.total();
    least = report.divided(least == 0 ? total : least);
    total = report.divided(total);
    String from = report.profile().sampleTypes().get(report.type()).unit();
    String unit = unit(least, from);
    if (!unit.equals(unit(total, from)) && least * 100 < total) {
      unit = unit(100 * least, from);
    }
    return new Wording(report, unit.isEmpty() ? from : unit);
  }

  private static String unit(long value, String from) {
    return Measurement.scale(value, from, Measurement.MINIMUM).unit();
  }

  private static long least(TrimmedGraph trimmed) {
    CallGraph graph = trimmed.graph();
    long least = 0;
    for (int node : trimmed.nodes()) {
      long value = Math.abs(graph.flat(node));
      if (value == 0) {
        value = Math.abs(graph.cumulative(node));
      }
      if (value > 0 && (least == 0 || value < least)) {
        least = value;
      }
    }
    return least;
  }

  String value(long value) {
    return report.format(value, unit);
  }

  String share(long value) {
    return Measurement.percentage(value, report.total());
  }
}
