package dev.heapline.app.types;

import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.load.GoFiles;
import dev.heapline.golang.load.LoadProblem;
import dev.heapline.golang.load.PackageChecks;
import dev.heapline.golang.load.PackageLoader;
import dev.heapline.golang.packages.PackageUnit;
import dev.heapline.golang.packages.PackageUnits;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.FactsText;
import dev.heapline.golang.types.check.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the type checker knows of packages, line by line, package by package.
 *
 * <p>What is wrong with them goes to another place than the lines: errors with file, line and
 * column; what keeps packages from being loaded, once for each reason.
 */
public final class TypesReport {
  /** More would check no faster: what is imported keeps them waiting. */
  private static final int MOST_THREADS = 2;

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Tally tally = new Tally();
  private final Set<String> problems = new TreeSet<>();

  /**
   * What is wanted.
   *
   * @param lines which kinds of lines; none to print but a summary
   * @param tests whether packages are checked together with their tests
   * @param name of the command, in front of messages
   */
  public record Options(Set<FactsText.Line> lines, boolean tests, String name) {}

  /**
   * @param out where lines go
   * @param err where messages go
   */
  public TypesReport(Options options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /**
   * {@return whether nothing is wrong with the packages}
   *
   * @param tree the files
   * @param workingFolder that paths are relative to
   * @param builds the build in a folder
   * @param paths as on a command line
   * @throws IOException if there is no package where one is expected
   */
  public boolean write(
      FileTree tree, String workingFolder, Function<String, GoBuild> builds, List<String> paths)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var targets = Targets.of(tree, workingFolder, builds, paths);
    boolean several = targets.stream().mapToInt(each -> each.packages().size()).sum() > 1;
    for (var target : targets) {
      write(target, several);
    }
    if (options.lines.isEmpty()) {
      out.println(tally.text((System.nanoTime() - start) / 1e9));
    }
    return tally.isSound() && problems.isEmpty();
  }

  private List<PackageUnit> units(Target target) {
    var paths = List.copyOf(target.packages().keySet());
    return PackageUnits.of(target.build().finder(), paths, wantsTests(target)).units();
  }

  /** Whoever names a file of tests wants to see it. */
  private boolean wantsTests(Target target) {
    return options.tests
        || target.packages().values().stream()
            .flatMap(Set::stream)
            .anyMatch(file -> file.endsWith("_test.go"));
  }

  private void write(Target target, boolean several) throws InterruptedException {
    target.build().problems().forEach(this::problem);
    var units = units(target);
    var wanted = wanted(target, units);
    var loader =
        PackageLoader.of(target.build().finder(), GoFiles.unkept(target.build().tree()), units);
    var sizes = target.build().sizes().orElse(Sizes.WORD_64);
    var program = new Program(new PackageIds(), loader, sizes);
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    if (options.lines.isEmpty()) {
      PackageChecks.survey(
          program, wanted, threads, checked -> write(program, target, checked, false));
    } else {
      boolean headed = several || wanted.size() > 1;
      PackageChecks.run(
          program, wanted, threads, checked -> write(program, target, checked, headed));
    }
    loader.problems().forEach(this::problem);
  }

  /** With tests, a package in its test form stands for the plain one too. */
  private static List<PackageUnit> wanted(Target target, List<PackageUnit> units) {
    Map<String, List<PackageUnit>> byPath = new LinkedHashMap<>();
    for (var unit : units) {
      String path = unit.source().importPath();
      boolean own = unit.forTest().map(path::equals).orElse(true);
      if (own && target.packages().containsKey(path) && !unit.isTestProgram()) {
        byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(unit);
      }
    }
    return byPath.values().stream()
        .flatMap(
            same -> {
              boolean tested =
                  same.stream()
                      .anyMatch(
                          each ->
                              each.forTest().isPresent()
                                  && each.importPath().equals(each.source().importPath()));
              return same.stream().filter(each -> !tested || each.forTest().isPresent());
            })
        .toList();
  }

  private void write(Program program, Target target, CheckedPackage checked, boolean headed) {
    var files = target.files(checked.id().importPath());
    if (headed) {
      out.println("# " + checked.id().path());
    }
    tally.add(checked);
    for (var file : checked.files()) {
      var source = file.tree().source();
      if (!files.isEmpty() && !files.contains(source.path())) {
        continue;
      }
      if (!options.lines.isEmpty()) {
        FactsText.write(program, file, options.lines, out::println);
      }
      file.tree().errors().forEach(each -> error(source, each.offset(), each.message()));
      file.errors().forEach(each -> error(source, each.offset(), each.message()));
      for (int i = 0; i < file.facts().size(); i++) {
        int offset = file.tree().declarations().get(i).offset();
        for (var each : file.facts().get(i).errors()) {
          error(source, offset + each.offset(), each.message());
        }
      }
    }
  }

  private void error(SourceFile source, int offset, String message) {
    // What cannot be imported is told once for each reason, by the loader.
    if (message.startsWith("could not import ")) {
      return;
    }
    tally.addError();
    err.println(
        "%s:%d:%d: %s"
            .formatted(
                shown(source.path()),
                source.lines().line(offset),
                source.lines().column(offset),
                message));
  }

  private static String shown(String path) {
    var here = Path.of("").toAbsolutePath();
    var file = Path.of(path);
    return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
  }

  private void problem(LoadProblem problem) {
    String others =
        problem.others() == 0
            ? ""
            : problem.others() == 1 ? " (and one more)" : " (and " + problem.others() + " more)";
    problem(problem.text() + others);
  }

  private void problem(String text) {
    if (problems.add(text)) {
      err.println(options.name + ": " + text.strip().replaceAll("\\s*\\R\\s*", " "));
    }
  }
}
