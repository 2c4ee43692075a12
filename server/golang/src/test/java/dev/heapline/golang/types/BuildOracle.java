package dev.heapline.golang.types;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.load.GoFiles;
import dev.heapline.golang.load.PackageLoader;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.packages.DiskTree;
import dev.heapline.golang.packages.PackageUnits;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    var program = program();
    var comparison = new FactsComparison(differences);
    var process = start();
    try (var reader = reader(process)) {
      String path = "";
      var lines = new ArrayList<String>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("# ")) {
          lines.add(line);
          continue;
        }
        if (!path.isEmpty()) {
          var checked = program.check(path);
          if (checked.isPresent()) {
            comparison.compare(program, checked.get(), lines);
            program.release(path);
          } else if (!lines.isEmpty()) {
            throw new IllegalStateException("we do not find " + path);
          }
        }
        path = line.substring(2);
        lines.clear();
      }
    }
    return comparison;
  }

  /** Our own program of the same build: its files, tests and versions are found by us. */
  private Program program() {
    var tree = new DiskTree();
    var settings = GoEnvironment.of(tree, builder().environment(), Platform.ofThisMachine());
    var build = GoBuild.of(tree, settings, List.of(), folder.toString());
    var wanted = patterns.stream().filter(each -> !each.startsWith("-")).toList();
    var paths = build.finder().match(wanted, folder.toString());
    var units = PackageUnits.of(build.finder(), paths, patterns.contains("-test")).units();
    // Trees are not kept: all of them together are too much.
    GoFiles files =
        path -> tree.read(path).map(bytes -> GoParser.parse(new SourceFile(path, 0, bytes)));
    return new Program(
        new PackageIds(),
        PackageLoader.of(build.finder(), files, units),
        build.sizes().orElseThrow());
  }

  private Process start() throws IOException {
    var program = GoToolchain.get().build(GoPackages.ORACLE);
    var builder = builder();
    builder.command().clear();
    builder.command().addAll(List.of(program.toString(), "build", standard ? "1" : "0"));
    builder.command().addAll(patterns);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private ProcessBuilder builder() {
    var builder = GoToolchain.get().go(folder);
    builder.environment().put("GOTOOLCHAIN", "local");
    builder.environment().put("GOROOT", GoToolchain.get().goroot().toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 20);
  }
}
