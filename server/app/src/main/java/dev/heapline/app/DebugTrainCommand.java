package dev.heapline.app;

import dev.heapline.app.training.Training;
import dev.heapline.lsp.HeaplineServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    Training training = new Training(example, HeaplineServer::run);
    training.walk();
    command("--help");
    command("check", "--all", example + "/...");
    for (String format : List.of("text", "json")) {
      command(
          "check",
          "--format=" + format,
          "--profile=" + training.profile(),
          "--base=" + training.base(),
          example.toString());
    }
    types("--objects", "--layouts", example + "/...");
    // What the example imports, where Go is installed: all of the language, not a program's part.
    types("--summary", "net/http", "go/types", "encoding/json", "slices", "math/big");
    return ExitCode.FINE.code();
  }

  /** Without Go, its packages are not found: what there is is walked through all the same. */
  private static void types(String... arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    List<String> command = new ArrayList<>(List.of("debug", "types"));
    command.addAll(List.of(arguments));
    HeaplineCommand.run(command.toArray(String[]::new), nowhere, nowhere);
  }

  private static void command(String... arguments) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    StringWriter complaints = new StringWriter();
    int code = HeaplineCommand.run(arguments, nowhere, new PrintWriter(complaints));
    if (code != ExitCode.FINE.code()) {
      throw new IOException(
          String.join(" ", arguments) + " ended with " + code + ": " + complaints);
    }
  }
}
