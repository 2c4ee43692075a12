package dev.heapline.app.view;

import dev.heapline.pprof.report.ViewException;
import dev.heapline.pprof.report.ViewOptions;
import java.time.ZoneId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of all views: each with two dashes, and as pprof writes it. */
final class ProfileOptions {
  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "Output format (default: ${DEFAULT-VALUE}).")
  Format format = Format.text;

  @ArgGroup(validate = false, heading = "%nWhat is counted:%n", order = 1)
  CountedOptions counted = new CountedOptions();

  @ArgGroup(validate = false, heading = "%nWhat is one row:%n", order = 2)
  RowOptions rows = new RowOptions();

  @ArgGroup(validate = false, heading = "%nWhich samples, frames and tags:%n", order = 3)
  FilterOptions filter = new FilterOptions();

  @ArgGroup(validate = false, heading = "%nHow much, and in which order:%n", order = 4)
  AmountOptions amount = new AmountOptions();

  @ArgGroup(validate = false, heading = "%nCompared with what:%n", order = 5)
  BaseOptions bases = new BaseOptions();

  @ArgGroup(validate = false, heading = "%nNames and source:%n", order = 6)
  SourceOptions source = new SourceOptions();

  /** How the view is written. */
  enum Format {
    text,
    json
  }

  /** {@return what they mean} */
  ViewOptions view() throws ViewException {
    if (counted.divideBy == 0) {
      throw new ViewException("divide_by: expected a number other than 0");
    }
    return new ViewOptions(
        counted.selector(),
        counted.mean || counted.meanDelay,
        counted.divideBy,
        counted.unit,
        rows.granularity(),
        !rows.noinlines,
        rows.showcolumns,
        amount.relativePercentages,
        amount.compactLabels,
        filter.filters(),
        filter.tagroot,
        filter.tagleaf,
        amount.trim,
        amount.trimming(),
        source.sourcePath,
        source.trimPath,
        ZoneId.systemDefault());
  }
}
