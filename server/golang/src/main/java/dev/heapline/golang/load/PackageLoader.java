package dev.heapline.golang.load;

import dev.heapline.golang.module.ImportResolution.Missing;
import dev.heapline.golang.packages.LanguageVersion;
import dev.heapline.golang.packages.PackageFinder;
import dev.heapline.golang.packages.PackageImport;
import dev.heapline.golang.packages.PackageUnit;
import dev.heapline.golang.source.Paths;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.PackageSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packages of a build, each loaded when it is first asked for.
 *
 * <p>Units that are known ahead, such as those of tests, are found by their identities; any other
 * identity is the import path of a plain package, which is then looked for. It may be asked from
 * any thread.
 */
public final class PackageLoader implements PackageSource {
  private final PackageFinder finder;
  private final GoFiles files;
  private final Map<String, PackageUnit> units;
  private final ImportCycles cycles;
  private final LoadProblems problems = new LoadProblems();

  private PackageLoader(PackageFinder finder, GoFiles files, List<PackageUnit> units) {
    this.finder = finder;
    this.files = files;
    this.units = new ConcurrentHashMap<>();
    units.forEach(unit -> this.units.put(unit.identity(), unit));
    this.cycles = new ImportCycles(identity -> imports(identity));
  }

  /** {@return a loader of plain packages} */
  public static PackageLoader of(PackageFinder finder, GoFiles files) {
    return new PackageLoader(finder, files, List.of());
  }

  /**
   * {@return a loader that knows some units besides plain packages}
   *
   * @param units as {@link dev.heapline.golang.packages.PackageUnits} orders them
   */
  public static PackageLoader of(PackageFinder finder, GoFiles files, List<PackageUnit> units) {
    return new PackageLoader(finder, files, units);
  }

  /** {@return the unit of that identity: of a package that is not there, one without a folder} */
  public PackageUnit unit(String identity) {
    return units.computeIfAbsent(identity, path -> PackageUnit.of(finder.find(path)));
  }

  /** {@return what was found wrong with the packages that were loaded so far, one per reason} */
  public List<LoadProblem> problems() {
    return problems.all();
  }

  @Override
  public Optional<PackageInput> load(String identity) {
    return load(identity, files);
  }

  @Override
  public Optional<PackageInput> outline(String identity) {
    return load(identity, files::outline);
  }

  private Optional<PackageInput> load(String identity, GoFiles trees) {
    var unit = unit(identity);
    var source = unit.source();
    // What unsafe declares is the language's: its source is documentation.
    if (!source.isFound() || identity.equals("unsafe")) {
      return Optional.empty();
    }
    source.problems().forEach(problem -> problems.add(identity, problem));
    if (unit.files().isEmpty()) {
      return Optional.empty();
    }
    noticeImports(unit);
    return Optional.of(new PackageInput(identity, files(unit, trees), new UnitImports(unit)));
  }

  private List<PackageInput.File> files(PackageUnit unit, GoFiles trees) {
    var source = unit.source();
    int version = LanguageVersion.of(source.module(), finder.modules().goRoot());
    var inputs = new ArrayList<PackageInput.File>(unit.files().size());
    for (var each : unit.files()) {
      String path = Paths.join(source.folder(), each.name());
      var tree = trees.tree(path);
      if (tree.isEmpty()) {
        problems.add(unit.identity(), "cannot read " + path, Optional.empty());
      }
      // A file of another package in the same folder is a mistake, which its package tells of.
      tree.filter(file -> isNamed(file, unit.name()))
          .map(
              file ->
                  new PackageInput.File(
                      file, LanguageVersion.ofFile(version, file.source().bytes())))
          .ifPresent(inputs::add);
    }
    return List.copyOf(inputs);
  }

  private static boolean isNamed(GoFile file, String name) {
    return !(file.packageName() instanceof Expression.Identifier identifier)
        || identifier.name().equals(name);
  }

  /** What keeps an import from meaning what it says. */
  private void noticeImports(PackageUnit unit) {
    for (var imported : importsOf(unit)) {
      String target = unit.imports().getOrDefault(imported.path(), imported.target());
      if (cycles.closes(unit.identity(), target)) {
        problems.add(
            unit.identity(),
            "import cycle not allowed: %s imports %s".formatted(unit.importPath(), target),
            imported.positions().stream().findFirst());
      } else if (!finder.find(imported.target()).isFound()
          && finder.modules().resolve(imported.target()) instanceof Missing missing) {
        problems.add(unit.identity(), imported, missing);
      } else {
        finder
            .importProblem(unit.source(), imported)
            .ifPresent(problem -> problems.add(unit.identity(), problem));
      }
    }
  }

  private static List<PackageImport> importsOf(PackageUnit unit) {
    var source = unit.source();
    var all = new ArrayList<PackageImport>();
    for (var imports :
        List.of(source.imports(), source.testImports(), source.externalTestImports())) {
      for (var each : imports) {
        if (unit.imports().containsKey(each.path())) {
          all.add(each);
        }
      }
    }
    return all;
  }

  private Collection<String> imports(String identity) {
    return unit(identity).imports().values();
  }

  /** What imports mean in a unit: nothing where they lead nowhere, or into a cycle. */
  private final class UnitImports implements PackageInput.Imports {
    private final PackageUnit unit;

    UnitImports(PackageUnit unit) {
      this.unit = unit;
    }

    @Override
    public Optional<String> resolve(String importPath) {
      return Optional.ofNullable(unit.imports().get(importPath))
          .filter(target -> !cycles.closes(unit.identity(), target));
    }

    @Override
    public Optional<String> name(String identity) {
      var imported = unit(identity);
      return Optional.of(imported.name())
          .filter(name -> !name.isEmpty() && !imported.files().isEmpty());
    }
  }
}
