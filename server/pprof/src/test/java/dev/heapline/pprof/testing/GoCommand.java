package dev.heapline.pprof.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The {@code go} command, in the version that the file {@code server/go.version} names. Where the
 * module proxy does not serve that, it is the installed one. Without Go the tests that ask it fail.
 */
public final class GoCommand {
  private static final long TIMEOUT_MINUTES = 10;

  private final String toolchain;

  private GoCommand(String toolchain) {
    this.toolchain = toolchain;
  }

  /** {@return the go command} */
  public static GoCommand find() {
    var pinned = new GoCommand(pinnedVersion());
    if (pinned.works()) {
      return pinned;
    }
    var local = new GoCommand("local");
    if (local.works()) {
      return local;
    }
    throw new AssertionError(
        "these tests compare with Go, and there is no `go` on the PATH that runs: install Go"
            + " (https://go.dev/dl)");
  }

  private static String pinnedVersion() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null && !Files.exists(directory.resolve("server/go.version"))) {
      directory = directory.getParent();
    }
    if (directory == null) {
      throw new AssertionError("server/go.version is not above " + Path.of("").toAbsolutePath());
    }
    try {
      return Files.readString(directory.resolve("server/go.version")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean works() {
    try {
      run(Path.of("").toAbsolutePath(), List.of("go", "version"));
      return true;
    } catch (AssertionError _) {
      return false;
    }
  }

  /** Runs {@code go} with these arguments; what it prints to stdout. It must succeed. */
  public String run(Path directory, String... arguments) {
    var command = new ArrayList<String>();
    command.add("go");
    command.addAll(List.of(arguments));
    return run(directory, command);
  }

  /** Runs a command; what it prints to stdout. It must succeed. */
  public String run(Path directory, List<String> command) {
    try {
      Path errors = Files.createTempFile("heapline", ".stderr");
      Path output = Files.createTempFile("heapline", ".stdout");
      try {
        var builder =
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile());
        builder.environment().put("GOTOOLCHAIN", toolchain);
        builder.environment().put("GOFLAGS", "");
        builder.environment().put("GOWORK", "off");
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError(String.join(" ", command) + " did not end");
        }
        if (process.exitValue() != 0) {
          throw new AssertionError(
              "%s: exit %d: %s"
                  .formatted(
                      String.join(" ", command), process.exitValue(), Files.readString(errors)));
        }
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      } finally {
        Files.delete(errors);
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new AssertionError(String.join(" ", command) + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
