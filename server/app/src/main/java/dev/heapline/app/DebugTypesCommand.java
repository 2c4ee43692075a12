package dev.heapline.app;

import dev.heapline.app.types.TypesReport;
import dev.heapline.golang.types.check.FactsText.Line;
import dev.heapline.linecost.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Mixin private final BuildOptions target = new BuildOptions();

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
    String here = Path.of("").toAbsolutePath().toString();
    var tree = DiskTree.ofThisMachine();
    var report =
        new TypesReport(
            new TypesReport.Options(lines(), tests, spec.qualifiedName()),
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    boolean sound = report.write(tree, here, target.builds(tree), target.paths());
    spec.commandLine().getErr().flush();
    return (sound ? ExitCode.FINE : ExitCode.FINDINGS).code();
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
