package dev.heapline.app.view;

import picocli.CommandLine.Option;

/** Options for what is counted, and in which unit. */
final class CountedOptions {
  @Option(
      names = {"--sample-index", "--sample_index", "-sample_index"},
      paramLabel = "TYPE",
      description =
          "Sample type to show, by name or number from 0 (default: the profile's own choice).")
  String sampleIndex = "";

  @Option(
      names = {"--inuse-space", "--inuse_space", "-inuse_space"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Short for --sample-index inuse_space.")
  boolean inuseSpace;

  @Option(
      names = {"--inuse-objects", "--inuse_objects", "-inuse_objects"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Short for --sample-index inuse_objects.")
  boolean inuseObjects;

  @Option(
      names = {"--alloc-space", "--alloc_space", "-alloc_space"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Short for --sample-index alloc_space.")
  boolean allocSpace;

  @Option(
      names = {"--alloc-objects", "--alloc_objects", "-alloc_objects"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Short for --sample-index alloc_objects.")
  boolean allocObjects;

  @Option(
      names = {"--total-delay", "--total_delay", "-total_delay"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Short for --sample-index delay.")
  boolean totalDelay;

  @Option(
      names = {"--contentions", "-contentions"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Short for --sample-index contentions.")
  boolean contentions;

  @Option(
      names = {"--mean-delay", "--mean_delay", "-mean_delay"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Short for --mean --sample-index delay.")
  boolean meanDelay;

  @Option(
      names = {"--mean", "-mean"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Divide values by the first sample type's.")
  boolean mean;

  @Option(
      names = {"--divide-by", "--divide_by", "-divide_by"},
      paramLabel = "N",
      description = "Divide all values.")
  double divideBy = 1;

  @Option(
      names = {"--unit", "-unit"},
      paramLabel = "UNIT",
      description =
          "Unit of values: B, kB, MB, …, ns, ms, s, …; auto lets each value choose (default: one for all rows).")
  String unit = "minimum";

  /** {@return the sample type that is asked for; empty for the profile's own choice} */
  String selector() {
    if (!sampleIndex.isEmpty()) {
      return sampleIndex;
    }
    if (totalDelay || meanDelay) {
      return "delay";
    }
    if (contentions) {
      return "contentions";
    }
    if (inuseSpace) {
      return "inuse_space";
    }
    if (inuseObjects) {
      return "inuse_objects";
    }
    return allocSpace ? "alloc_space" : allocObjects ? "alloc_objects" : "";
  }
}
