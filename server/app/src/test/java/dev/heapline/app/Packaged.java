package dev.heapline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged command, run as a process.
 *
 * @param folder the folder that holds {@code bin} and {@code lib}
 */
record Packaged(Path folder) {
  private static final long SECONDS = 60;

  /** What a process left behind. */
  record Outcome(int exit, String out, String err) {}

  /** {@return the command as the build has packaged it} */
  static Packaged built() {
    return new Packaged(Path.of("target/heapline").toAbsolutePath());
  }

  /** {@return a copy of this command, every file with a new modification time} */
  Packaged copyTo(Path target) throws IOException {
    FileTime later = FileTime.from(Instant.now().plusSeconds(60));
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(folder.relativize(file).toString());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        if (Files.isRegularFile(copy)) {
          Files.setLastModifiedTime(copy, later);
        }
      }
    }
    return new Packaged(target);
  }

  /** {@return the file that is mapped instead of loading classes} */
  Path cache() {
    return folder.resolve("lib/heapline.aot");
  }

  /** {@return the JVM options of training and running} */
  Path options() {
    return folder.resolve("lib/heapline.options");
  }

  /**
   * {@return a process to start}
   *
   * @param environment what is set beside the environment of the test
   * @param arguments the command line after {@code heapline}
   */
  ProcessBuilder process(Map<String, String> environment, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = folder.resolve("bin/heapline").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(environment);
    return process;
  }

  /** Runs a command with nothing on stdin. */
  Outcome run(Map<String, String> environment, String... arguments) {
    return run(process(environment, arguments));
  }

  /** Runs a command with nothing on stdin. */
  Outcome run(String... arguments) {
    return run(Map.of(), arguments);
  }

  /** Runs a process with nothing on stdin, until it ends. */
  static Outcome run(ProcessBuilder builder) {
    try {
      Path err = Files.createTempFile("heapline", ".err");
      Process process = builder.redirectError(err.toFile()).start();
      if (builder.redirectInput().equals(ProcessBuilder.Redirect.PIPE)) {
        process.getOutputStream().close();
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(builder.command() + " is still running after " + SECONDS + " s");
      }
      String errors = Files.readString(err);
      Files.delete(err);
      return new Outcome(process.exitValue(), out, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
