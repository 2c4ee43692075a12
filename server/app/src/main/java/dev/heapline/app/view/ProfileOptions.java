package dev.heapline.app.view;

import dev.heapline.pprof.filter.Filters;
import dev.heapline.pprof.graph.Granularity;
import dev.heapline.pprof.graph.Trimming;
import dev.heapline.pprof.report.ViewException;
import dev.heapline.pprof.report.ViewOptions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of all views: each with two dashes, and as pprof writes it. */
final class ProfileOptions {
  @Option(
      names = {"--unit", "-unit"},
      paramLabel = "UNIT",
      description =
          "Unit of values: B, kB, MB, …, ns, ms, s, …; auto lets each value choose (default: one for all rows).")
  String unit = "minimum";

  @Option(
      names = {"--sample-index", "--sample_index", "-sample_index"},
      paramLabel = "TYPE",
      description =
          "Sample type to show, by name or number from 0 (default: the profile's own choice).")
  String sampleIndex = "";

  @Option(
      names = {"--focus", "-focus"},
      paramLabel = "REGEX",
      description = "Keep the samples that pass through a match (function, file or binary).")
  String focus = "";

  @Option(
      names = {"--ignore", "-ignore"},
      paramLabel = "REGEX",
      description = "Drop the samples that pass through a match.")
  String ignore = "";

  @Option(
      names = {"--hide", "-hide"},
      paramLabel = "REGEX",
      description = "Leave out the frames that match.")
  String hide = "";

  @Option(
      names = {"--show", "-show"},
      paramLabel = "REGEX",
      description = "Leave out the frames that do not match.")
  String show = "";

  @Option(
      names = {"--show-from", "--show_from", "-show_from"},
      paramLabel = "REGEX",
      description = "Leave out the callers of the outermost frame that matches.")
  String showFrom = "";

  @Option(
      names = {"--prune-from", "--prune_from", "-prune_from"},
      paramLabel = "REGEX",
      description = "Leave out what the matching frames call.")
  String pruneFrom = "";

  @Option(
      names = {"--tagfocus", "-tagfocus"},
      paramLabel = "TAG",
      description = "Keep the samples with a matching tag: VALUE, KEY=VALUE; a range as 1kb:4kb.")
  String tagfocus = "";

  @Option(
      names = {"--tagignore", "-tagignore"},
      paramLabel = "TAG",
      description = "Drop the samples with a matching tag.")
  String tagignore = "";

  @Option(
      names = {"--tagshow", "-tagshow"},
      paramLabel = "REGEX",
      description = "Keep only the tags whose key matches.")
  String tagshow = "";

  @Option(
      names = {"--taghide", "-taghide"},
      paramLabel = "REGEX",
      description = "Leave out the tags whose key matches.")
  String taghide = "";

  @Option(
      names = {"--tagroot", "-tagroot"},
      paramLabel = "KEYS",
      description = "Turn tags into frames at the root.")
  String tagroot = "";

  @Option(
      names = {"--tagleaf", "-tagleaf"},
      paramLabel = "KEYS",
      description = "Turn tags into frames at the leaf.")
  String tagleaf = "";

  @Option(
      names = {"--source-path", "--source_path", "-source_path"},
      paramLabel = "DIRS",
      description = "Where to search for source, separated by colons.")
  String sourcePath = "";

  @Option(
      names = {"--trim-path", "--trim_path", "-trim_path"},
      paramLabel = "DIRS",
      description = "What to cut off from names of source files.")
  String trimPath = "";

  @Option(
      names = {"--base", "-base"},
      paramLabel = "PROFILE",
      description = "Take off the values of an earlier profile.")
  String base = "";

  @Option(
      names = {"--diff-base", "--diff_base", "-diff_base"},
      paramLabel = "PROFILE",
      description = "The same; percentages are of that profile.")
  String diffBase = "";

  @Option(
      names = {"--symbolize", "-symbolize"},
      paramLabel = "MODE",
      description = "none leaves the names of functions as they are.")
  String symbolize = "";

  @Option(
      names = {"--buildid", "-buildid"},
      paramLabel = "ID",
      description = "Build id to assume where the profile has none.")
  String buildid = "";

  @Option(
      names = {"--add-comment", "--add_comment", "-add_comment"},
      paramLabel = "TEXT",
      description = "A remark to add.")
  String addComment = "";

  @Option(
      names = {"--mean", "-mean"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Divide values by the first sample type's.")
  boolean mean;

  @Option(
      names = {"--normalize", "-normalize"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Scale the profile to the base first.")
  boolean normalize;

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

  @Option(
      names = {"--drop-negative", "--drop_negative", "-drop_negative"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Leave out what has shrunk.")
  boolean dropNegative;

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

  @Option(
      names = {"--all-frames", "--all_frames", "-all_frames"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Keep the frames that the profile says to leave out.")
  boolean allFrames;

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
      names = {"--divide-by", "--divide_by", "-divide_by"},
      paramLabel = "N",
      description = "Divide all values.")
  double divideBy = 1;

  @Option(
      names = {"--trim", "-trim"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Leave out what is small (default: ${DEFAULT-VALUE}).")
  boolean trim = true;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "Output format (default: ${DEFAULT-VALUE}).")
  Format format = Format.text;

  /** How the view is written. */
  enum Format {
    text,
    json
  }

  /** {@return what they mean} */
  ViewOptions view() throws ViewException {
    if (divideBy == 0) {
      throw new ViewException("divide_by: expected a number other than 0");
    }
    if (cum && flat) {
      throw new ViewException("expected one of --cum and --flat, found both");
    }
    return new ViewOptions(
        selector(),
        mean || meanDelay,
        divideBy,
        unit,
        granularity(),
        !noinlines,
        showcolumns,
        relativePercentages,
        compactLabels,
        new Filters(
            focus, ignore, hide, show, showFrom, tagfocus, tagignore, tagshow, taghide, pruneFrom),
        tagroot,
        tagleaf,
        trim,
        new Trimming(nodecount, nodefraction, edgefraction, dropNegative, cum),
        sourcePath,
        trimPath,
        ZoneId.systemDefault());
  }

  private String selector() {
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

  private static void add(List<Granularity> chosen, boolean given, Granularity granularity) {
    if (given) {
      chosen.add(granularity);
    }
  }

  private Optional<Granularity> granularity() throws ViewException {
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
}
