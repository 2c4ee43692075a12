package dev.heapline.golang.types;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * A build as the go command sees it: packages, their tests and what they need; and what go/types
 * knows of each.
 *
 * @param folder where the go command runs
 * @param environment what is set besides what the machine has
 * @param standard whether Go's own packages are compared too
 * @param patterns which packages, and flags of {@code go list} such as {@code -test}
 */
record BuildOracle(
    Path folder, Map<String, String> environment, boolean standard, List<String> patterns) {
  private static final long STACK = 512L << 20;

  /**
   * {@return the comparison of all packages}
   *
   * @param differences is given every line that only one side has
   */
  FactsComparison compare(Consumer<String> differences) {
    // As deep as any checker's thread: what nests deeply needs a deep stack.
    var task = new FutureTask<>(() -> compareHere(differences));
    var thread = new Thread(null, task, "types", STACK);
    thread.start();
    try {
      return task.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private FactsComparison compareHere(Consumer<String> differences) throws IOException {
    var listed = list();
    var program =
        new Program(
            new PackageIds(),
            path -> Optional.ofNullable(listed.get(path)).map(each -> each.input(path)),
            Sizes.of(environment.getOrDefault("GOARCH", "amd64")).orElseThrow());
    var comparison = new FactsComparison(differences);
    var process = start("build");
    try (var reader = reader(process)) {
      String path = "";
      var lines = new ArrayList<String>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("# ")) {
          lines.add(line);
          continue;
        }
        if (!path.isEmpty()) {
          comparison.compare(program, program.check(path).orElseThrow(), lines);
          program.release(path);
        }
        path = line.substring(2);
        lines.clear();
      }
    }
    return comparison;
  }

  private static final class Listed {
    private final List<String> files = new ArrayList<>();
    private final Map<String, String> imports = new HashMap<>();
    private final List<Integer> versions = new ArrayList<>();

    PackageInput input(String path) {
      var parsed = new ArrayList<PackageInput.File>();
      for (int i = 0; i < files.size(); i++) {
        try {
          byte[] bytes = Files.readAllBytes(Path.of(files.get(i)));
          parsed.add(
              new PackageInput.File(
                  GoParser.parse(new SourceFile(files.get(i), 0, bytes)), versions.get(i)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return new PackageInput(path, parsed, wanted -> Optional.ofNullable(imports.get(wanted)));
    }
  }

  private Map<String, Listed> list() throws IOException {
    var packages = new HashMap<String, Listed>();
    Set<String> known = new HashSet<>();
    try (var reader = reader(start("list"))) {
      var current = new Listed();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        var fields = line.split("\t", -1);
        switch (fields[0]) {
          case "package" -> {
            current = new Listed();
            packages.put(fields[1], current);
            known.add(fields[1]);
          }
          case "file" -> {
            current.files.add(fields[1]);
            current.versions.add(Integer.parseInt(fields[2]));
          }
          default -> {
            if (known.contains(fields[2])) {
              current.imports.put(fields[1], fields[2]);
            }
          }
        }
      }
    }
    return packages;
  }

  private Process start(String command) throws IOException {
    var program = GoToolchain.get().build(GoPackages.ORACLE);
    var builder = GoToolchain.get().go(folder);
    builder.command().clear();
    builder.command().addAll(List.of(program.toString(), command, standard ? "1" : "0"));
    builder.command().addAll(patterns);
    builder.environment().put("GOTOOLCHAIN", "local");
    builder.environment().put("GOROOT", GoToolchain.get().goroot().toString());
    builder.environment().putAll(environment);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 20);
  }
}
