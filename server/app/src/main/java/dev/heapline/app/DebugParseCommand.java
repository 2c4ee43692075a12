package dev.heapline.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code heapline debug parse}: the syntax tree of a Go file. */
@Command(
    name = "parse",
    header = "Print the syntax tree of a Go file.",
    description = {"", "One node a line: kind, then start and end as byte offsets.", ""})
@SuppressWarnings("unused") // read when parse has a body
final class DebugParseCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "A Go file.")
  private Path path;

  @Override
  public Integer call() {
    throw new UnsupportedOperationException("debug parse is not there yet");
  }
}
