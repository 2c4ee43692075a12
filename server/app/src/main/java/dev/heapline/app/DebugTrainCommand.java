package dev.heapline.app;

import dev.heapline.app.training.Training;
import dev.heapline.lsp.HeaplineServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code heapline debug train}: the training run of packaging. */
@Command(
    name = "train",
    header = "Walk through heapline's work once, as packaging does to make the AOT cache.",
    description = {"", "A language server's session and the commands, on one Go program.", ""})
final class DebugTrainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A Go program with heap profiles.")
  private Path example;

  @Override
  public Integer call() throws IOException {
    new Training(example, HeaplineServer::run).walk();
    var nowhere = new PrintWriter(Writer.nullWriter());
    HeaplineCommand.run(new String[] {"--help"}, nowhere, nowhere);
    return ExitCode.FINE.code();
  }
}
