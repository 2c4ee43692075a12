package dev.heapline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heapline debug}: what the Go front end sees, for people who work on it. */
@Command(
    name = "debug",
    header = "Show what the Go front end sees.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DebugFilesCommand.class,
      DebugParseCommand.class,
      DebugTypesCommand.class,
      DebugTrainCommand.class
    })
final class DebugCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }
}
