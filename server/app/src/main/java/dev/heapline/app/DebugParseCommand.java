package dev.heapline.app;

import dev.heapline.base.MalformedInputException;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.SyntaxError;
import dev.heapline.golang.syntax.TreeDump;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heapline debug parse}: the syntax trees of Go files. */
@Command(
    name = "parse",
    header = "Print the syntax tree of Go files.",
    description = {
      "",
      "One node a line, in the words of go/ast: its kind, the byte offset of its start, and that"
          + " of its end. Syntax errors come as file:line:column, and the exit code is 1.",
      ""
    })
final class DebugParseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "A Go file, a folder for all files in it and below, or - for stdin.")
  private String path;

  @Option(
      names = "--summary",
      description = "Print how much was parsed, and how long that took, instead of trees.")
  private boolean summary;

  @Override
  public Integer call() throws IOException {
    if (summary) {
      return summarize();
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean sound = true;
    List<Path> files = files();
    for (Path file : files) {
      if (files.size() > 1) {
        out.println("# " + file);
      }
      GoFile tree = GoParser.parse(read(file));
      out.print(TreeDump.of(tree));
      for (SyntaxError error : tree.errors()) {
        out.println(describe(tree.source(), error));
      }
      sound &= tree.errors().isEmpty();
    }
    return (sound ? ExitCode.FINE : ExitCode.FINDINGS).code();
  }

  private static String describe(SourceFile source, SyntaxError error) {
    int line = source.lines().line(error.offset());
    int column = source.lines().column(error.offset());
    return source.path() + ":" + line + ":" + column + ": " + error.message();
  }

  /** What parsing came to, of one file or of several together. */
  private record Tally(long files, long bytes, long lines, long declarations, long errors) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    static Tally of(GoFile tree) {
      SourceFile source = tree.source();
      return new Tally(
          1,
          source.bytes().length,
          source.lines().count(),
          tree.declarations().size(),
          tree.errors().size());
    }

    Tally plus(Tally other) {
      return new Tally(
          files + other.files,
          bytes + other.bytes,
          lines + other.lines,
          declarations + other.declarations,
          errors + other.errors);
    }
  }

  private int summarize() throws IOException {
    List<Path> files = files();
    long start = System.nanoTime();
    Tally tally =
        files.parallelStream()
            .map(file -> Tally.of(GoParser.parse(readUnchecked(file))))
            .reduce(Tally.NONE, Tally::plus);
    double seconds = (System.nanoTime() - start) / 1e9;
    spec.commandLine()
        .getOut()
        .printf(
            "%d files, %d lines, %d bytes, %d declarations, %d syntax errors; %.2f s on %d CPUs%n",
            tally.files,
            tally.lines,
            tally.bytes,
            tally.declarations,
            tally.errors,
            seconds,
            Runtime.getRuntime().availableProcessors());
    return (tally.errors == 0 ? ExitCode.FINE : ExitCode.FINDINGS).code();
  }

  private List<Path> files() throws IOException {
    Path start = Path.of(path);
    if (!Files.isDirectory(start)) {
      return List.of(start);
    }
    try (Stream<Path> walk = Files.walk(start)) {
      List<Path> files =
          walk.filter(file -> file.toString().endsWith(".go"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new MalformedInputException(
            path, MalformedInputException.NO_OFFSET, "a folder with Go files");
      }
      return files;
    }
  }

  private static SourceFile readUnchecked(Path file) {
    try {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path file) throws IOException {
    if (file.toString().equals("-")) {
      return new SourceFile("stdin", 0, System.in.readAllBytes());
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return new SourceFile(file.toString(), 0, Files.readAllBytes(file));
  }
}
