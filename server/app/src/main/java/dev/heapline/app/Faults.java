package dev.heapline.app;

import dev.heapline.base.MalformedInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a person sees when a command cannot do its work: one line on stderr that says what, where
 * and what was expected, and exit code 2.
 *
 * <p>Commands let exceptions pass. Those that speak of the input carry all that the line needs;
 * anything else is a fault of heapline's own, and says so. The stack trace comes with {@code
 * --debug} only.
 */
final class Faults {
  private Faults() {}

  /** Reports a command line that cannot be understood. */
  static int reportUsage(ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    print(command, message(fault) + "; see " + name(command) + " --help", fault);
    return ExitCode.BAD_INPUT.code();
  }

  /** Reports what a command threw. */
  static int report(Exception fault, CommandLine command, ParseResult parsed) {
    print(command, describe(fault), fault);
    return ExitCode.BAD_INPUT.code();
  }

  private static void print(CommandLine command, String line, Exception fault) {
    PrintWriter err = command.getErr();
    err.println(name(command) + ": " + oneLine(line));
    if (command.getCommandSpec().root().userObject() instanceof HeaplineCommand heapline
        && heapline.debug()) {
      fault.printStackTrace(err);
    }
    err.flush();
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static String message(ParameterException fault) {
    String text = Objects.requireNonNullElse(fault.getMessage(), "bad usage");
    if (fault instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().getFirst();
      boolean option = unmatched.isUnknownOption();
      boolean command = !option && !fault.getCommandLine().getSubcommands().isEmpty();
      text =
          (option ? "unknown option " : command ? "unknown command " : "unexpected argument ")
              + argument;
    }
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String describe(Throwable fault) {
    return switch (fault) {
      case MalformedInputException malformed -> Objects.requireNonNull(malformed.getMessage());
      case NoSuchFileException missing -> missing.getFile() + ": no such file or directory";
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileSystemException other ->
          other.getFile() + ": " + Objects.requireNonNullElse(other.getReason(), "cannot be read");
      case InvalidPathException path -> path.getInput() + ": not a file name: " + path.getReason();
      case UncheckedIOException wrapped -> describe(Objects.requireNonNull(wrapped.getCause()));
      case IOException io -> Objects.requireNonNullElse(io.getMessage(), io.toString());
      default -> "internal error, please report it with what --debug prints: " + fault;
    };
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
