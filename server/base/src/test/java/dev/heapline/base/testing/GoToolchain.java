package dev.heapline.base.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The Go toolchain that serves as oracle.
 *
 * <p>{@code server/go.version} names the release. The {@code go} command on the path fetches it
 * through its module proxy; where that cannot serve it, the installed release stands in, and {@link
 * #version} says so. Without a {@code go} command there is no oracle and tests fail: they are never
 * skipped.
 */
public final class GoToolchain {
  private final String toolchain;
  private final String version;
  private final Path goroot;
  private final Map<Path, Path> programs = new ConcurrentHashMap<>();

  private GoToolchain(String toolchain) {
    this.toolchain = toolchain;
    this.version = capture(List.of("go", "env", "GOVERSION"), Path.of("."), "").strip();
    this.goroot = Path.of(capture(List.of("go", "env", "GOROOT"), Path.of("."), "").strip());
  }

  /**
   * One toolchain for all tests of a JVM: asking for it takes a second where it must be fetched.
   */
  private static final class Holder {
    static final GoToolchain TOOLCHAIN = find();
  }

  /**
   * {@return the toolchain}
   *
   * @throws AssertionError if there is no {@code go} command
   */
  public static GoToolchain get() {
    return Holder.TOOLCHAIN;
  }

  private static GoToolchain find() {
    var installed = attempt(() -> new GoToolchain("local"));
    if (installed.isEmpty()) {
      throw new AssertionError(
          "these tests compare with the Go toolchain, and there is no go command on the PATH;"
              + " see README.md for how to get one");
    }
    String wanted = pinnedVersion();
    return attempt(() -> new GoToolchain(wanted)).stream().findFirst().orElse(installed.getFirst());
  }

  private static List<GoToolchain> attempt(Supplier<GoToolchain> toolchain) {
    try {
      return List.of(toolchain.get());
    } catch (UncheckedIOException | IllegalStateException _) {
      return List.of();
    }
  }

  private static String pinnedVersion() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolve("server/go.version");
      if (Files.exists(file)) {
        try {
          return Files.readString(file).strip();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new AssertionError("no server/go.version above " + Path.of("").toAbsolutePath());
  }

  /** {@return the release that runs, as {@code go1.27.3}} */
  public String version() {
    return version;
  }

  /** {@return the folder of the release; its {@code src} is Go's standard library} */
  public Path goroot() {
    return goroot;
  }

  /**
   * {@return a command for {@code go} with this toolchain, the user's own settings put aside}
   *
   * @param folder where it runs
   */
  public ProcessBuilder go(Path folder, String... arguments) {
    var command = new ArrayList<String>();
    command.add("go");
    command.addAll(List.of(arguments));
    return process(command, folder);
  }

  /**
   * {@return what the program prints for the given input}
   *
   * @param module folder of a main package with a go.mod of its own, built on first use
   * @throws IllegalStateException if the program cannot be built or fails; it has told why on
   *     standard error
   */
  public String run(Path module, String input, String... arguments) {
    var command = new ArrayList<String>();
    command.add(build(module).toString());
    command.addAll(List.of(arguments));
    return capture(command, module, input);
  }

  /**
   * {@return the program built from a main package, kept for the life of this JVM}
   *
   * @param module folder of a main package with a go.mod of its own
   */
  public Path build(Path module) {
    return programs.computeIfAbsent(
        module.toAbsolutePath().normalize(),
        folder -> {
          try {
            var target = Files.createTempDirectory("heapline-oracle");
            target.toFile().deleteOnExit();
            var program = target.resolve(folder.getFileName() + ".exe");
            program.toFile().deleteOnExit();
            capture(List.of("go", "build", "-o", program.toString(), "."), folder, "");
            return program;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private ProcessBuilder process(List<String> command, Path folder) {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GOTOOLCHAIN", toolchain);
    builder.environment().put("GOWORK", "off");
    builder.environment().put("GOFLAGS", "");
    return builder;
  }

  private String capture(List<String> command, Path folder, String input) {
    try {
      // Files instead of pipes: neither side can be stuck on a full one.
      var in = Files.createTempFile("heapline-oracle", ".in");
      var out = Files.createTempFile("heapline-oracle", ".out");
      try {
        Files.writeString(in, input);
        int status =
            process(command, folder)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
          throw new IllegalStateException(command + " ended with status " + status);
        }
        return Files.readString(out);
      } finally {
        Files.delete(in);
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command, e);
    }
  }
}
