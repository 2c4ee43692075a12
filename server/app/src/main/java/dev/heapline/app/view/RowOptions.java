package dev.heapline.app.view;

import dev.heapline.pprof.graph.Granularity;
import dev.heapline.pprof.report.ViewException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for what one row is. */
final class RowOptions {
  @Option(
      names = {"--functions", "-functions"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "A row per function (the default).")
  boolean functions;

  @Option(
      names = {"--filefunctions", "-filefunctions"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "A row per function and file.")
  boolean filefunctions;

  @Option(
      names = {"--files", "-files"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "A row per file.")
  boolean files;

  @Option(
      names = {"--lines", "-lines"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "A row per line.")
  boolean lines;

  @Option(
      names = {"--addresses", "-addresses"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "A row per address.")
  boolean addresses;

  @Option(
      names = {"--noinlines", "-noinlines"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Charge inlined functions to their callers.")
  boolean noinlines;

  @Option(
      names = {"--showcolumns", "-showcolumns"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Tell columns apart.")
  boolean showcolumns;

  /** {@return what one row is, if anything is asked for} */
  Optional<Granularity> granularity() throws ViewException {
    var chosen = new ArrayList<Granularity>();
    add(chosen, functions, Granularity.FUNCTIONS);
    add(chosen, filefunctions, Granularity.FILEFUNCTIONS);
    add(chosen, files, Granularity.FILES);
    add(chosen, lines, Granularity.LINES);
    add(chosen, addresses, Granularity.ADDRESSES);
    if (chosen.size() > 1) {
      throw new ViewException("expected one granularity, found " + chosen);
    }
    return chosen.stream().findFirst();
  }

  private static void add(List<Granularity> chosen, boolean given, Granularity granularity) {
    if (given) {
      chosen.add(granularity);
    }
  }
}
