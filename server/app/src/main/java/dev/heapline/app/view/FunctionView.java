package dev.heapline.app.view;

import dev.heapline.pprof.report.View;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A view of some functions of profiles. */
@Command(abbreviateSynopsis = true)
final class FunctionView implements Callable<Integer> {
  private final View view;

  @Spec private CommandSpec spec;

  @Mixin private ProfileOptions options = new ProfileOptions();

  @Parameters(index = "0", paramLabel = "REGEX", description = "The functions to show.")
  private String pattern = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PROFILE",
      arity = "1..*",
      description = "Profiles to add up, - for stdin; a program may stand before them.")
  private List<String> profiles = List.of();

  FunctionView(View view) {
    this.view = view;
  }

  @Override
  public Integer call() throws IOException {
    var command = spec.commandLine();
    new ViewRun(view, pattern, profiles, options).print(command.getOut(), command.getErr());
    return 0;
  }
}
