package dev.heapline.app.view;

import dev.heapline.pprof.filter.Filters;
import picocli.CommandLine.Option;

/** Options for which samples, which of their frames, and which of their tags. */
final class FilterOptions {
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
      names = {"--all-frames", "--all_frames", "-all_frames"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Keep the frames that the profile says to leave out.")
  boolean allFrames;

  /** {@return what is kept of samples} */
  Filters filters() {
    return new Filters(
        focus, ignore, hide, show, showFrom, tagfocus, tagignore, tagshow, taghide, pruneFrom);
  }
}
