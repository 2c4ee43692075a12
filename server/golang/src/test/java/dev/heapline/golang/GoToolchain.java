package dev.heapline.golang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Go toolchain that serves as the oracle of tests: the version that {@code server/go.version}
 * names, fetched through {@code GOTOOLCHAIN} if the module proxy serves it, else the installed one.
 *
 * <p>Without any Go a test fails; it never skips.
 */
public final class GoToolchain {
  private final String command;
  private final String toolchain;
  private final Path root;
  private final String version;

  private GoToolchain(String command, String toolchain) {
    this.command = command;
    this.toolchain = toolchain;
    List<String> env = run(Path.of(""), "", "env", "GOROOT", "GOVERSION").lines().toList();
    this.root = Path.of(env.get(0));
    this.version = env.get(1);
  }

  /**
   * {@return the toolchain}
   *
   * @throws AssertionError if there is no Go on this machine
   */
  public static GoToolchain find() {
    String command =
        Stream.of("go", "/usr/local/go/bin/go", "/usr/lib/go/bin/go")
            .filter(each -> works(each, "local"))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        "this test compares with the Go toolchain, and there is no `go` on the"
                            + " PATH: install Go 1.25 or later from https://go.dev/dl"));
    String wanted = wantedVersion();
    return new GoToolchain(command, works(command, wanted) ? wanted : "local");
  }

  private static String wantedVersion() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null) {
      Path file = directory.resolve("server").resolve("go.version");
      if (Files.exists(file)) {
        try {
          return Files.readString(file).strip();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      directory = directory.getParent();
    }
    throw new AssertionError("no server/go.version above " + Path.of("").toAbsolutePath());
  }

  private static boolean works(String command, String toolchain) {
    try {
      var process =
          new ProcessBuilder(command, "version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      process.environment().put("GOTOOLCHAIN", toolchain);
      return process.start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** {@return the toolchain's root: its {@code src} holds the standard library} */
  public Path root() {
    return root;
  }

  /** {@return its version, as in {@code go1.27.3}} */
  public String version() {
    return version;
  }

  /**
   * {@return the folder of the compiler's own tests, which only an installed Go has, not one that
   * was fetched from the module proxy}
   */
  public Optional<Path> compilerTests() {
    return Stream.of(root, Path.of("/usr/local/go"), Path.of("/usr/lib/go"))
        .map(each -> each.resolve("test"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** {@return all files below a folder whose name ends in {@code .go}, sorted} */
  public static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(each -> each.toString().endsWith(".go") && Files.isRegularFile(each))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the program built from the module in a folder, an executable in the target folder} */
  public Path build(Path module) {
    Path program = Path.of("target", "oracle", module.getFileName().toString()).toAbsolutePath();
    String _ = run(module, "", "build", "-o", program.toString(), ".");
    return program;
  }

  /** {@return what the go command prints when it is run in a folder, given its standard input} */
  public String run(Path folder, String input, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of(arguments));
    return run(folder, input, line);
  }

  /** {@return what a program prints when it is run in a folder, given its standard input} */
  public String run(Path folder, String input, List<String> line) {
    try {
      Path in = Files.createTempFile("oracle", ".in");
      Path out = Files.createTempFile("oracle", ".out");
      Path errors = Files.createTempFile("oracle", ".err");
      try {
        Files.writeString(in, input);
        var process =
            new ProcessBuilder(line)
                .directory(folder.toAbsolutePath().toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        process.environment().put("GOTOOLCHAIN", toolchain);
        process.environment().put("GOWORK", "off");
        process.environment().put("GOFLAGS", "");
        int exit = process.start().waitFor();
        if (exit != 0) {
          throw new AssertionError(
              String.join(" ", line) + " exited with " + exit + ": " + Files.readString(errors));
        }
        return Files.readString(out, StandardCharsets.UTF_8);
      } finally {
        Files.delete(in);
        Files.delete(out);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
