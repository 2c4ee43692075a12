package dev.heapline.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heapline check}: the allocation sites and findings of packages. */
@Command(
    name = "check",
    header = "Show what allocates in Go packages, and what it costs.",
    description = {
      "",
      "PATH is a Go file, a package's directory, or a tree of packages (./...); the current"
          + " directory without one. With a profile, each line shows what was measured on it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  heapline check ./...",
      "  heapline check --profile heap.pb.gz --base before.pb.gz ./cmd/server"
    })
@SuppressWarnings("unused") // read when check has a body
final class CheckCommand implements Callable<Integer> {
  /** How the result is written. */
  enum Format {
    text,
    json
  }

  /** The least severity that makes the command fail. */
  enum FailOn {
    error,
    warning,
    info,
    none
  }

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "What to check.")
  private List<String> paths = List.of(".");

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "A heap profile of the program, gzipped or not; - reads stdin.")
  private @Nullable Path profile;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "An earlier profile; growth since then is shown.")
  private @Nullable Path base;

  @Option(names = "--all", description = "Show every allocation site, not only what costs.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "Output format (default: ${DEFAULT-VALUE}).")
  private Format format = Format.text;

  @Option(
      names = "--fail-on",
      paramLabel = "error|warning|info|none",
      description =
          "Exit with 1 when a finding is at least this severe (default: ${DEFAULT-VALUE}).")
  private FailOn failOn = FailOn.error;

  @Override
  public Integer call() {
    throw new UnsupportedOperationException("check is not there yet");
  }
}
