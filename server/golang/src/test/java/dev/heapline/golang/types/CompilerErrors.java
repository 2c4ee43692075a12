package dev.heapline.golang.types;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.types.check.PackageInput;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parser and type checker of the compiler itself, asked for all errors of a package: the
 * program in {@code src/test/go/compilererrors}, which lives as long as this.
 */
final class CompilerErrors implements AutoCloseable {
  private static final Path SOURCE = Path.of("src/test/go/compilererrors/main.go");
  private static final String PLACE = "cmd/compile/internal/compilererrors";

  private static final int CURRENT = 27;

  private final Process process;
  private final OutputStream requests;
  private final BufferedReader answers;

  private CompilerErrors(Process process) {
    this.process = process;
    this.requests = new BufferedOutputStream(process.getOutputStream());
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** {@return the running program, which knows no package yet} */
  static CompilerErrors start() throws IOException {
    return new CompilerErrors(
        new ProcessBuilder(Program.BUILT.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Built once in the life of a JVM. */
  private static final class Program {
    static final Path BUILT = build();

    private static Path build() {
      try {
        var folder = Files.createTempDirectory("heapline-oracle");
        var program = folder.resolve("compilererrors.exe");
        var overlay = folder.resolve("overlay.json");
        var goroot = GoToolchain.get().goroot();
        Files.writeString(
            overlay,
            "{\"Replace\": {%s: %s}}"
                .formatted(
                    quoted(goroot.resolve("src/" + PLACE + "/main.go")),
                    quoted(SOURCE.toAbsolutePath())));
        var build = GoToolchain.get().go(folder);
        // A toolchain that was fetched lies in the module cache, where nothing may be replaced.
        build.environment().put("GOMODCACHE", folder.resolve("modules").toString());
        build.environment().put("GOTOOLCHAIN", "local");
        build.command(
            goroot.resolve("bin/go").toString(),
            "build",
            "-overlay=" + overlay,
            "-o",
            program.toString(),
            PLACE);
        int status = build.inheritIO().start().waitFor();
        if (status != 0) {
          throw new AssertionError("go build " + PLACE + " ended with status " + status);
        }
        for (var each : List.of(folder, overlay, program)) {
          each.toFile().deleteOnExit();
        }
        return program;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private static String quoted(Path path) {
      return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  /** Tells of a package that others may import. */
  void declare(PackageInput input, Map<String, String> imports) throws IOException {
    send("declare", input, imports, Set.of(), CURRENT);
  }

  /**
   * {@return what is wrong with a package, in the order in which the compiler prints it}
   *
   * @param imports what import paths mean, where they do not mean themselves
   */
  List<SourceError> check(PackageInput input, Map<String, String> imports) throws IOException {
    return ask("check", input, imports, CURRENT);
  }

  /**
   * {@return the same, of a package that others can import from now on}
   *
   * @param language the minor version of Go in which the package is written
   */
  List<SourceError> define(PackageInput input, Map<String, String> imports, int language)
      throws IOException {
    return ask("define", input, imports, language);
  }

  private List<SourceError> ask(
      String command, PackageInput input, Map<String, String> imports, int language)
      throws IOException {
    var changed = new HashSet<String>();
    input.files().forEach(file -> changed.add(file.tree().source().path()));
    send(command, input, imports, changed, language);
    requests.flush();
    var errors = new ArrayList<SourceError>();
    for (String line = answers.readLine(); ; line = answers.readLine()) {
      if (line == null) {
        throw new AssertionError("the oracle ended");
      }
      if (line.equals("done")) {
        return errors;
      }
      var fields = line.split("\t", 5);
      errors.add(
          new SourceError(
              fields[1],
              Integer.parseInt(fields[2]),
              Integer.parseInt(fields[3]),
              unquoted(fields[4])));
    }
  }

  private void send(
      String command,
      PackageInput input,
      Map<String, String> imports,
      Set<String> inline,
      int language)
      throws IOException {
    write(command + "\t" + input.path() + "\tgo1." + language + "\n");
    for (var each : new TreeMap<>(imports).entrySet()) {
      write("import\t" + each.getKey() + "\t" + each.getValue() + "\n");
    }
    for (var file : input.files()) {
      var source = file.tree().source();
      if (inline.contains(source.path())) {
        write("text\t" + source.path() + "\t" + source.bytes().length + "\n");
        requests.write(source.bytes());
      } else {
        write("file\t" + source.path() + "\n");
      }
    }
    write("end\n");
  }

  private void write(String text) throws IOException {
    requests.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the text of a Go string literal, as far as {@code %q} writes them} */
  private static String unquoted(String literal) {
    var text = new StringBuilder();
    int last = literal.length() - 1;
    for (int i = 1; i < last; i++) {
      char next = literal.charAt(i);
      if (next != '\\') {
        text.append(next);
        continue;
      }
      char escaped = literal.charAt(++i);
      int digits =
          switch (escaped) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
          };
      if (digits > 0) {
        text.appendCodePoint(Integer.parseInt(literal.substring(i + 1, i + 1 + digits), 16));
        i += digits;
        continue;
      }
      text.append(
          switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000b';
            default -> escaped;
          });
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    requests.close();
    process.destroy();
  }
}
