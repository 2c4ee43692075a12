package dev.heapline.golang.packages;

import dev.heapline.golang.packages.FileChoice.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Packages and their tests as units, dependencies first.
 *
 * <p>A package under test is compiled again together with its test files; then all that import it
 * on behalf of the test are compiled again too, so that the test's program holds it once.
 */
public final class PackageUnits {
  /** What the program that runs tests imports. */
  private static final List<String> TEST_MAIN =
      List.of("os", "reflect", "testing", "testing/internal/testdeps");

  private final PackageFinder finder;
  private final Map<String, UnitDraft> plain = new LinkedHashMap<>();
  private final List<PackageProblem> cycles = new ArrayList<>();
  private final Set<String> open = new LinkedHashSet<>();

  private PackageUnits(PackageFinder finder) {
    this.finder = finder;
  }

  /**
   * Units in an order in which each comes after those that it needs, cycles excepted.
   *
   * @param units the units
   * @param cycles one problem for each cycle of imports
   */
  public record Order(List<PackageUnit> units, List<PackageProblem> cycles) {}

  /**
   * {@return the given packages and all that they need}
   *
   * @param importPaths the packages
   * @param tests whether the tests of the given packages are wanted too
   */
  public static Order of(PackageFinder finder, List<String> importPaths, boolean tests) {
    var units = new PackageUnits(finder);
    var roots = new ArrayList<UnitDraft>();
    importPaths.forEach(path -> roots.add(units.plain(path)));
    if (tests) {
      for (var root : List.copyOf(roots)) {
        if (root.source().hasTests()) {
          roots.addAll(units.tests(root));
        }
      }
    }
    return new Order(
        UnitDraft.order(roots).stream().map(UnitDraft::unit).toList(), List.copyOf(units.cycles));
  }

  private UnitDraft plain(String importPath) {
    var known = plain.get(importPath);
    if (known != null) {
      if (open.contains(importPath)) {
        cycles.add(cycle(importPath));
      }
      return known;
    }
    var source = finder.find(importPath);
    var files = new ArrayList<PackageFile>();
    source.files().stream()
        .filter(each -> each.isFor(Role.PACKAGE) || each.isFor(Role.CGO))
        .forEach(files::add);
    var draft = new UnitDraft(importPath, source, source.name(), files, Optional.empty());
    plain.put(importPath, draft);
    open.add(importPath);
    addImports(draft, source.imports());
    for (String implicit : ImplicitImports.of(finder.context(), source)) {
      draft.need(plain(implicit));
    }
    open.remove(importPath);
    return draft;
  }

  private void addImports(UnitDraft draft, List<PackageImport> imports) {
    for (var each : imports) {
      if (!each.path().equals("C")) {
        draft.add(each.path(), plain(each.target()));
      }
    }
  }

  private PackageProblem cycle(String importPath) {
    var text = new StringBuilder("import cycle not allowed: ");
    boolean inside = false;
    for (String each : open) {
      inside |= each.equals(importPath);
      if (inside) {
        text.append(each).append(" imports ");
      }
    }
    return PackageProblem.of(PackageProblem.Kind.CYCLE, text.append(importPath).toString());
  }

  /** The program that runs a package's tests, and the package's two kinds of tests. */
  private List<UnitDraft> tests(UnitDraft tested) {
    var source = tested.source();
    String path = source.importPath();
    var test = internalTest(tested);
    var external = externalTest(tested, test);
    var main = new UnitDraft(path + ".test", source, "main", List.of(), Optional.empty());
    for (String each : TEST_MAIN) {
      main.add(each, each.equals(path) ? test : plain(each));
    }
    for (String each : ImplicitImports.forLinker(finder.context())) {
      main.need(each.equals(path) ? test : plain(each));
    }
    if (!test.files().isEmpty()) {
      main.add(path, test);
    }
    external.ifPresent(each -> main.add(path + "_test", each));
    UnitDraft.recompile(main, tested, test, external);
    var units = new ArrayList<>(List.of(main));
    if (test != tested) {
      units.add(test);
    }
    external.ifPresent(units::add);
    return units;
  }

  private UnitDraft internalTest(UnitDraft tested) {
    var source = tested.source();
    var testFiles = source.files().stream().filter(each -> each.isFor(Role.TEST)).toList();
    if (testFiles.isEmpty() && !source.name().equals("main")) {
      return tested;
    }
    var files = new ArrayList<>(tested.files());
    files.addAll(testFiles);
    var test =
        new UnitDraft(
            source.importPath(), source, source.name(), files, Optional.of(source.importPath()));
    addImports(test, source.testImports());
    for (String implicit : ImplicitImports.forSimd(finder.context(), source.testImports())) {
      test.need(plain(implicit));
    }
    test.addAll(tested);
    return test;
  }

  private Optional<UnitDraft> externalTest(UnitDraft tested, UnitDraft test) {
    var source = tested.source();
    var files = source.files().stream().filter(each -> each.isFor(Role.EXTERNAL_TEST)).toList();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    String path = source.importPath();
    var external =
        new UnitDraft(path + "_test", source, source.name() + "_test", files, Optional.of(path));
    boolean needsTested = false;
    for (var each : source.externalTestImports()) {
      if (each.target().equals(path)) {
        needsTested = true;
      } else if (!each.path().equals("C")) {
        external.add(each.path(), plain(each.target()));
      }
    }
    for (String each : ImplicitImports.forSimd(finder.context(), source.externalTestImports())) {
      external.need(plain(each));
    }
    if (needsTested) {
      external.add(path, test);
    }
    return Optional.of(external);
  }

  /** {@return the identities of some units, sorted} */
  static List<String> identities(List<UnitDraft> units) {
    var sorted = new TreeSet<String>();
    units.forEach(each -> sorted.add(each.identity()));
    return List.copyOf(sorted);
  }
}
