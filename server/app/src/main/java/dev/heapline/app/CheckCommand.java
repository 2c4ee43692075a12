package dev.heapline.app;

import dev.heapline.app.check.Check;
import dev.heapline.app.check.CheckResult;
import dev.heapline.app.check.Ink;
import dev.heapline.app.check.JsonReport;
import dev.heapline.app.check.RejectedInputException;
import dev.heapline.app.check.TextReport;
import dev.heapline.linecost.file.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "What to check.")
  private List<String> paths = List.of(".");

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "A heap profile of the program, gzipped or not; - reads stdin.")
  private @Nullable String profile;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "An earlier profile; growth since then is shown.")
  private @Nullable String base;

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
  public Integer call() throws IOException {
    Check check = Check.of(paths, all);
    if (profile != null) {
      check.profile(profile, System.in);
    } else if (base != null) {
      throw new ParameterException(spec.commandLine(), "--base needs --profile to compare with");
    }
    if (base != null) {
      check.base(base, System.in);
    }
    CheckResult result = check.run();
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> out.print(TextReport.of(result, all, Ink.ofTerminal()));
      case json -> {
        new JsonReport(out).write(result);
        out.println();
      }
    }
    Optional<String> errors = result.syntaxErrors();
    if (errors.isPresent()) {
      throw new RejectedInputException(errors.get());
    }
    return (fails(result) ? ExitCode.FINDINGS : ExitCode.FINE).code();
  }

  private boolean fails(CheckResult result) {
    return switch (failOn) {
      case error -> result.has(Severity.ERROR);
      case warning -> result.has(Severity.WARNING);
      case info -> result.has(Severity.INFORMATION);
      case none -> false;
    };
  }
}
