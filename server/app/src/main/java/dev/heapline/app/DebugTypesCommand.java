package dev.heapline.app;

import dev.heapline.app.types.TypesReport;
import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.FactsText.Line;
import dev.heapline.linecost.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heapline debug types}: the types of all expressions. */
@Command(
    name = "types",
    header = "Print the type of every expression of Go packages.",
    description = {
      "",
      "One line an expression: file:line:column-endLine:endColumn, what it yields, its type, and"
          + " its value if it is constant, with tabs between them, in the notation of go/types."
          + " Of several packages, each begins with a line # and its path. Errors go to stderr,"
          + " and the exit code is 1.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  heapline debug types ./...",
      "  heapline debug types --goos windows --goarch arm64 --layouts os",
      "  heapline debug types --tests --summary std"
    })
final class DebugTypesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "A pattern of packages as for the go command, a folder, or a Go file; the current"
              + " directory without one.")
  private List<String> paths = List.of(".");

  @Option(
      names = "--goos",
      paramLabel = "OS",
      description = "Operating system to build for (default: GOOS, or this machine's).")
  private @Nullable String goos;

  @Option(
      names = "--goarch",
      paramLabel = "ARCH",
      description = "Architecture to build for (default: GOARCH, or this machine's).")
  private @Nullable String goarch;

  @Option(names = "--tags", paramLabel = "TAG,…", description = "Build tags that hold.")
  private @Nullable String tags;

  @Option(names = "--race", description = "As for a build with the race detector.")
  private boolean race;

  @Option(names = "--tests", description = "Check packages together with their tests.")
  private boolean tests;

  @Option(names = "--objects", description = "Print what each identifier stands for too.")
  private boolean objects;

  @Option(
      names = "--layouts",
      description = "Print size, alignment and offsets of struct types too.")
  private boolean layouts;

  @Option(
      names = "--summary",
      description = "Print how much was checked, and how long that took, instead of types.")
  private boolean summary;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var environment = environment();
    String here = Path.of("").toAbsolutePath().toString();
    var tree = DiskTree.ofThisMachine();
    var report =
        new TypesReport(
            new TypesReport.Options(lines(), tests, spec.qualifiedName()),
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    boolean sound =
        report.write(tree, here, folder -> GoBuild.of(tree, environment, flags(), folder), paths);
    spec.commandLine().getErr().flush();
    return (sound ? ExitCode.FINE : ExitCode.FINDINGS).code();
  }

  private GoEnvironment environment() {
    var environment =
        GoEnvironment.of(DiskTree.ofThisMachine(), System.getenv(), Platform.ofThisMachine());
    if (goos != null) {
      environment = environment.with("GOOS", goos);
    }
    if (goarch != null) {
      if (Sizes.of(goarch).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "--goarch: expected an architecture of Go, found " + goarch);
      }
      environment = environment.with("GOARCH", goarch);
    }
    return environment;
  }

  private List<String> flags() {
    var flags = new ArrayList<String>();
    if (tags != null) {
      flags.add("-tags=" + tags);
    }
    if (race) {
      flags.add("-race");
    }
    return flags;
  }

  private Set<Line> lines() {
    if (summary) {
      return Set.of();
    }
    var lines = EnumSet.of(Line.EXPRESSION);
    if (objects) {
      lines.add(Line.OBJECT);
    }
    if (layouts) {
      lines.add(Line.LAYOUT);
    }
    return lines;
  }
}
