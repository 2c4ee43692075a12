package dev.heapline.app.view;

import dev.heapline.pprof.report.View;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** The commands, one for each view. */
public final class ViewCommands {
  private ViewCommands() {}

  /** {@return the commands by their names} */
  public static Map<String, CommandLine> all() {
    var commands = new LinkedHashMap<String, CommandLine>();
    for (View view : View.values()) {
      var command =
          switch (view) {
            case TOP ->
                command(new ProfileView(view), "Show functions by their value, as `%s -top` does.");
            case TREE ->
                command(
                    new ProfileView(view),
                    "Show functions with their callers and callees, as `%s -tree` does.");
            case PEEK ->
                command(
                    new FunctionView(view),
                    "Show callers and callees of some functions, as `%s -peek` does.");
            case LIST ->
                command(
                    new FunctionView(view),
                    "Show source with the values of its lines, as `%s -list` does.");
            case TRACES ->
                command(new ProfileView(view), "Show all samples, as `%s -traces` does.");
            case TAGS ->
                command(new ProfileView(view), "Show tags with their values, as `%s -tags` does.");
            case RAW ->
                command(new ProfileView(view), "Show the profile's tables, as `%s -raw` does.");
          };
      commands.put(view.word(), command);
    }
    return commands;
  }

  private static CommandLine command(Object view, String header) {
    var command = new CommandLine(view);
    command.getCommandSpec().usageMessage().header(header.formatted("go tool pprof"));
    return command;
  }
}
