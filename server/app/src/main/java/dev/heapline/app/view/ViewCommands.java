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

/** The commands, one class each, as the command line parser wants it. */
public final class ViewCommands {
  private static final String PROFILES =
      "Profiles to add up, - for stdin; a program may stand before them.";

  private ViewCommands() {}

  /** {@return the classes of all commands} */
  public static List<Class<?>> all() {
    return List.of(
        Top.class, Tree.class, Peek.class, Listing.class, Traces.class, Tags.class, Raw.class);
  }

  private static int run(ViewRun run, CommandSpec spec) throws IOException {
    run.print(spec.commandLine().getOut(), spec.commandLine().getErr());
    return 0;
  }

  @Command(
      name = "top",
      header = "Show functions by their value, as `go tool pprof -top` does.",
      abbreviateSynopsis = true)
  static final class Top implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ProfileOptions options = new ProfileOptions();

    @Parameters(paramLabel = "PROFILE", arity = "1..*", description = PROFILES)
    private List<String> profiles;

    @Override
    public Integer call() throws IOException {
      return run(new ViewRun(View.TOP, "", profiles, options), spec);
    }
  }

  @Command(
      name = "tree",
      header = "Show functions with their callers and callees, as `go tool pprof -tree` does.",
      abbreviateSynopsis = true)
  static final class Tree implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ProfileOptions options = new ProfileOptions();

    @Parameters(paramLabel = "PROFILE", arity = "1..*", description = PROFILES)
    private List<String> profiles;

    @Override
    public Integer call() throws IOException {
      return run(new ViewRun(View.TREE, "", profiles, options), spec);
    }
  }

  @Command(
      name = "peek",
      header = "Show callers and callees of some functions, as `go tool pprof -peek` does.",
      abbreviateSynopsis = true)
  static final class Peek implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ProfileOptions options = new ProfileOptions();

    @Parameters(index = "0", paramLabel = "REGEX", description = "The functions to show.")
    private String pattern;

    @Parameters(index = "1..*", paramLabel = "PROFILE", arity = "1..*", description = PROFILES)
    private List<String> profiles;

    @Override
    public Integer call() throws IOException {
      return run(new ViewRun(View.PEEK, pattern, profiles, options), spec);
    }
  }

  @Command(
      name = "list",
      header = "Show source with the values of its lines, as `go tool pprof -list` does.",
      abbreviateSynopsis = true)
  static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ProfileOptions options = new ProfileOptions();

    @Parameters(index = "0", paramLabel = "REGEX", description = "The functions to show.")
    private String pattern;

    @Parameters(index = "1..*", paramLabel = "PROFILE", arity = "1..*", description = PROFILES)
    private List<String> profiles;

    @Override
    public Integer call() throws IOException {
      return run(new ViewRun(View.LIST, pattern, profiles, options), spec);
    }
  }

  @Command(
      name = "traces",
      header = "Show all samples, as `go tool pprof -traces` does.",
      abbreviateSynopsis = true)
  static final class Traces implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ProfileOptions options = new ProfileOptions();

    @Parameters(paramLabel = "PROFILE", arity = "1..*", description = PROFILES)
    private List<String> profiles;

    @Override
    public Integer call() throws IOException {
      return run(new ViewRun(View.TRACES, "", profiles, options), spec);
    }
  }

  @Command(
      name = "tags",
      header = "Show tags with their values, as `go tool pprof -tags` does.",
      abbreviateSynopsis = true)
  static final class Tags implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ProfileOptions options = new ProfileOptions();

    @Parameters(paramLabel = "PROFILE", arity = "1..*", description = PROFILES)
    private List<String> profiles;

    @Override
    public Integer call() throws IOException {
      return run(new ViewRun(View.TAGS, "", profiles, options), spec);
    }
  }

  @Command(
      name = "raw",
      header = "Show the profile's tables, as `go tool pprof -raw` does.",
      abbreviateSynopsis = true)
  static final class Raw implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ProfileOptions options = new ProfileOptions();

    @Parameters(paramLabel = "PROFILE", arity = "1..*", description = PROFILES)
    private List<String> profiles;

    @Override
    public Integer call() throws IOException {
      return run(new ViewRun(View.RAW, "", profiles, options), spec);
    }
  }
}
