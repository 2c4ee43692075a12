package dev.heapline.gotool.command;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.fact.Circumstances;
import dev.heapline.gotool.reader.JsonReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A go command on this machine.
 *
 * <p>It is run with the user's environment, except for what keeps a run from fetching, from asking
 * version control and from writing into the source tree. {@code -mod=readonly} is what go takes by
 * itself; it is not passed, because it would switch vendored modules off. All methods wait on the
 * calling thread, which may be virtual, and end the command when that is interrupted.
 */
public final class GoCommand {
  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/local/go/bin",
          "/usr/lib/go/bin",
          "/opt/homebrew/bin",
          "/snap/bin",
          "C:\\Program Files\\Go\\bin");
  private static final String ENV_FIELDS =
      "GOVERSION GOROOT GOCACHE GOOS GOARCH GOFLAGS GOMOD GOWORK";
  private static final int LONGEST_MESSAGE = 300;

  private final Path program;
  private final Map<String, String> environment;
  private final Limits limits;

  private GoCommand(Path program, Map<String, String> environment, Limits limits) {
    this.program = program;
    this.environment = environment;
    this.limits = limits;
  }

  /**
   * {@return the go command: the one that is set, else the first on the PATH, in GOROOT, in the
   * usual places}
   *
   * @param setting a path that the user, not a workspace, has set: the program itself
   * @param environment the user's environment
   * @param limits for each run
   * @throws GoCommandException if there is none
   */
  public static GoCommand find(
      Optional<Path> setting, Map<String, String> environment, Limits limits)
      throws GoCommandException {
    if (setting.isPresent()) {
      var program = setting.get();
      if (!program.isAbsolute() || !Files.isExecutable(program)) {
        throw new GoCommandException(
            program + " is not the absolute path of a go command; mend the setting");
      }
      return new GoCommand(program, Map.copyOf(environment), limits);
    }
    return folders(environment)
        .flatMap(folder -> Stream.of(folder.resolve("go"), folder.resolve("go.exe")))
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst()
        .map(program -> new GoCommand(program, Map.copyOf(environment), limits))
        .orElseThrow(
            () ->
                new GoCommandException(
                    "no go command found on the PATH, in GOROOT or in the usual places"));
  }

  private static Stream<Path> folders(Map<String, String> environment) {
    return Stream.of(
            Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)),
            Stream.of(environment.getOrDefault("GOROOT", "")).map(root -> root + "/bin"),
            USUAL_PLACES.stream())
        .flatMap(names -> names)
        .flatMap(GoCommand::absolute);
  }

  /** A relative entry of the PATH would be looked for in the workspace, which is not trusted. */
  private static Stream<Path> absolute(String name) {
    try {
      return Stream.of(Path.of(name)).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      return Stream.empty();
    }
  }

  /** {@return the program's path} */
  public Path program() {
    return program;
  }

  /**
   * {@return what the command says of itself in a folder}
   *
   * @param folder where packages are asked for
   * @param settings their targets are in it
   * @throws GoCommandException if it does not answer
   * @throws InterruptedException if this thread is interrupted
   */
  public GoEnvironment environment(Path folder, BuildSettings settings)
      throws GoCommandException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "env", "-json"));
    command.addAll(List.of(ENV_FIELDS.split(" ")));
    var finished = ChildProcess.run(command, folder, quiet(folder, settings), limits);
    if (finished.status() != 0) {
      throw new GoCommandException(firstLine(finished.errors()));
    }
    try {
      return environment(finished.output());
    } catch (MalformedInputException | InvalidPathException e) {
      throw new GoCommandException("go env printed what cannot be read: " + e.getMessage(), e);
    }
  }

  private static GoEnvironment environment(byte[] output) throws MalformedInputException {
    var json = new JsonReader("the output of go env", output);
    Map<String, String> values = new TreeMap<>();
    for (json.beginObject(); json.hasNext(); ) {
      values.put(json.name(), json.string());
    }
    return new GoEnvironment(
        values.getOrDefault("GOVERSION", ""),
        Path.of(values.getOrDefault("GOROOT", "")),
        Path.of(values.getOrDefault("GOCACHE", "")),
        values.getOrDefault("GOOS", ""),
        values.getOrDefault("GOARCH", ""),
        GoFlags.parse(values.getOrDefault("GOFLAGS", "")),
        Stream.of("GOWORK", "GOMOD")
            .map(name -> values.getOrDefault(name, ""))
            .filter(name -> name.endsWith(".work") || name.endsWith(".mod"))
            .map(Path::of)
            .flatMap(file -> Stream.ofNullable(file.getParent()))
            .findFirst());
  }

  /** {@return what the settings and the user's own flags together put in force} */
  public Circumstances circumstances(GoEnvironment known, BuildSettings settings) {
    return settings.circumstances(known);
  }

  /**
   * What {@code go list} found, and what the compilers said meanwhile.
   *
   * @param packages those that were asked for, with their tests where these were
   * @param text what the compilers wrote, also those that did not have to run again
   */
  @SuppressWarnings("ArrayRecordComponent") // Too large to copy; nobody compares it.
  public record Listing(List<ListedPackage> packages, byte[] text) {}

  /**
   * {@return the packages, compiled for their export data, which links nothing and leaves nothing
   * but entries in the build cache}
   *
   * @param folder where patterns count from
   * @param known what {@link #environment} said there
   * @param settings what to build for
   * @param tests also the packages with their test files
   * @param diagnostics flags of the compiler to add, for packages that match a pattern; the empty
   *     pattern stands for all that are asked for
   * @param patterns packages, as {@code ./...}
   * @throws GoCommandException if the command as a whole fails
   * @throws InterruptedException if this thread is interrupted
   */
  public Listing list(
      Path folder,
      GoEnvironment known,
      BuildSettings settings,
      boolean tests,
      Map<String, List<String>> diagnostics,
      List<String> patterns)
      throws GoCommandException, InterruptedException {
    Path work = temporaryFolder();
    try {
      var variables = quiet(folder, settings);
      variables.put("GOFLAGS", known.flags().forReading().text());
      variables.put("GOTMPDIR", work.toString());
      var command = command(known, settings, tests, diagnostics, patterns);
      var finished = ChildProcess.run(command, folder, variables, limits);
      var packages = ListedPackage.read(finished.output());
      if (finished.status() != 0 && packages.isEmpty()) {
        throw new GoCommandException(firstLine(finished.errors()));
      }
      return new Listing(packages, finished.errors());
    } catch (MalformedInputException e) {
      throw new GoCommandException("go list printed what cannot be read: " + e.getMessage(), e);
    } finally {
      deleteAll(work);
    }
  }

  private List<String> command(
      GoEnvironment known,
      BuildSettings settings,
      boolean tests,
      Map<String, List<String>> diagnostics,
      List<String> patterns) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "list", "-e", "-export", "-compiled"));
    command.add("-json=" + ListedPackage.FIELDS);
    if (tests) {
      command.add("-test");
    }
    // Asking version control may run what the workspace's configuration of it says.
    command.add("-buildvcs=false");
    command.add("-trimpath=false");
    if (settings.profile().isEmpty() && known.flags().value("-pgo").isEmpty()) {
      command.add("-pgo=off");
    }
    command.addAll(settings.flags());
    List<String> always = settings.compilerFlags(known.flags());
    for (var entry : diagnostics.entrySet()) {
      var flags = Stream.concat(always.stream(), entry.getValue().stream()).map(GoCommand::quoted);
      String pattern = entry.getKey().isEmpty() ? "" : entry.getKey() + "=";
      command.add("-gcflags=" + pattern + String.join(" ", flags.toList()));
    }
    command.add("--");
    command.addAll(patterns);
    return command;
  }

  private static String quoted(String flag) {
    if (flag.indexOf(' ') < 0) {
      return flag;
    }
    return flag.indexOf('\'') < 0 ? "'" + flag + "'" : "\"" + flag + "\"";
  }

  /** The user's environment, with what would fetch, ask or switch turned off. */
  private Map<String, String> quiet(Path folder, BuildSettings settings) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PWD", folder.toString());
    variables.put("GOTOOLCHAIN", "local");
    variables.put("GOPROXY", "off");
    // Private modules go past the proxy: let no module be private, and no version control run.
    variables.put("GONOPROXY", "none");
    variables.put("GOVCS", "*:off");
    variables.put("GIT_TERMINAL_PROMPT", "0");
    settings.goos().ifPresent(name -> variables.put("GOOS", name));
    settings.goarch().ifPresent(name -> variables.put("GOARCH", name));
    return variables;
  }

  private static String firstLine(byte[] errors) {
    String line =
        new String(errors, StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(text -> !text.isEmpty() && !text.startsWith("#"))
            .findFirst()
            .orElse("the go command failed and did not say why");
    return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
  }

  private static Path temporaryFolder() throws GoCommandException {
    try {
      return Files.createTempDirectory("heapline-go");
    } catch (IOException e) {
      throw new GoCommandException("no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  /** What an ended command leaves behind would be there for ever. */
  private static void deleteAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException _) {
      // The system clears its temporary folder.
    }
  }
}
