package dev.heapline.app.view;

import picocli.CommandLine.Option;

/** Options for names: of source files, of functions, and of the program. */
final class SourceOptions {
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

  /** {@return whether names of functions are made readable} */
  boolean demangles() {
    return !symbolize.equals("none") && !symbolize.equals("no");
  }
}
