package dev.heapline.app;

import dev.heapline.app.view.ViewCommands;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code heapline} itself: it only knows its subcommands. */
@Command(
    name = "heapline",
    header = "What each line of Go costs on the heap, on the line.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CheckCommand.class, LspCommand.class, DebugCommand.class},
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT)
final class HeaplineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "With an error, print its stack trace.")
  private boolean debug;

  /**
   * Runs one command.
   *
   * @param arguments the command line after {@code heapline}
   * @param out where results go
   * @param err where errors go
   * @return the exit code, see {@link ExitCode}
   */
  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    return commandLine().setOut(out).setErr(err).execute(arguments);
  }

  /** {@return the command and all its subcommands, reporting faults as one line} */
  static CommandLine commandLine() {
    CommandLine heapline = new CommandLine(new HeaplineCommand());
    ViewCommands.all().forEach((name, command) -> heapline.addSubcommand(name, command));
    // An annotation would hand these lines down to every subcommand.
    heapline
        .getCommandSpec()
        .usageMessage()
        .footer(
            "",
            "Exit code: 0 fine, 1 findings, 2 bad usage or input.",
            "heapline COMMAND --help tells more about one command.");
    return heapline
        .setParameterExceptionHandler(Faults::reportUsage)
        .setExecutionExceptionHandler(Faults::report)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setUsageHelpAutoWidth(true);
  }

  /** {@return whether errors show their stack trace} */
  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }
}
