package dev.heapline.app.view;

import dev.heapline.pprof.graph.Trimming;
import dev.heapline.pprof.report.ViewException;
import picocli.CommandLine.Option;

/** Options for how much is shown, and in which order. */
final class AmountOptions {
  @Option(
      names = {"--nodecount", "-nodecount"},
      paramLabel = "N",
      description = "Show at most so many rows.")
  int nodecount = -1;

  @Option(
      names = {"--nodefraction", "-nodefraction"},
      paramLabel = "F",
      description = "Leave out rows below this fraction of the total.")
  double nodefraction = 0.005;

  @Option(
      names = {"--edgefraction", "-edgefraction"},
      paramLabel = "F",
      description = "Leave out calls below this fraction of the total.")
  double edgefraction = 0.001;

  @Option(
      names = {"--trim", "-trim"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Leave out what is small (default: ${DEFAULT-VALUE}).")
  boolean trim = true;

  @Option(
      names = {"--drop-negative", "--drop_negative", "-drop_negative"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Leave out what has shrunk.")
  boolean dropNegative;

  @Option(
      names = {"--cum", "-cum"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Sort by the cumulative value.")
  boolean cum;

  @Option(
      names = {"--flat", "-flat"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Sort by the own value (the default).")
  boolean flat;

  @Option(
      names = {"--relative-percentages", "--relative_percentages", "-relative_percentages"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Percentages are of what the filters leave.")
  boolean relativePercentages;

  @Option(
      names = {"--compact-labels", "--compact_labels", "-compact_labels"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Leave out the lines about the profile.")
  boolean compactLabels;

  /** {@return what is too small to show, and what comes first} */
  Trimming trimming() throws ViewException {
    if (cum && flat) {
      throw new ViewException("expected one of --cum and --flat, found both");
    }
    return new Trimming(nodecount, nodefraction, edgefraction, dropNegative, cum);
  }
}
