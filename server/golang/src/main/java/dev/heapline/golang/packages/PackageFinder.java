package dev.heapline.golang.packages;

import dev.heapline.golang.build.BuildContext;
import dev.heapline.golang.module.BuildModules;
import dev.heapline.golang.module.ImportResolution;
import dev.heapline.golang.module.ImportResolution.Found;
import dev.heapline.golang.module.ImportResolution.Missing;
import dev.heapline.golang.packages.FolderReader.FolderContent;
import dev.heapline.golang.source.FileTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds packages: by import path, by pattern, by what another package imports.
 *
 * <p>One value answers for one snapshot of the files. A package is looked for when it is asked for;
 * asking again gives the same value. It may be asked from any thread.
 */
public final class PackageFinder {
  /** Stands for an import path where a package is given by its files, as for the go command. */
  public static final String FILES_ALONE = "command-line-arguments";

  private final BuildModules modules;
  private final BuildContext context;
  private final FileTree tree;
  private final Map<String, GoPackage> packages = new ConcurrentHashMap<>();
  private final Map<String, FolderContent> folders = new ConcurrentHashMap<>();

  private PackageFinder(BuildModules modules, BuildContext context) {
    this.modules = modules;
    this.context = context;
    this.tree = modules.tree();
  }

  /** {@return a finder among the given modules, for the given build} */
  public static PackageFinder of(BuildModules modules, BuildContext context) {
    return new PackageFinder(modules, context);
  }

  /** {@return the modules it looks in} */
  public BuildModules modules() {
    return modules;
  }

  /** {@return what files are chosen for} */
  public BuildContext context() {
    return context;
  }

  /**
   * {@return the package of an import path} One that is not there has no folder, and a problem that
   * says why.
   */
  public GoPackage find(String importPath) {
    return packages.computeIfAbsent(importPath, this::load);
  }

  /** {@return the package in a folder, if the folder belongs to the build} */
  public Optional<GoPackage> findIn(String folder) {
    return modules.importPathOf(folder).map(this::find);
  }

  /**
   * {@return the package that some files of a folder make, whatever their build constraints are}
   *
   * <p>From then on it is found as {@link #FILES_ALONE}.
   *
   * @param names of files in the folder; none for those that a build chooses
   */
  public GoPackage findAlone(String folder, Collection<String> names) {
    var content =
        names.isEmpty() ? content(folder) : FolderReader.readFiles(tree, context, folder, names);
    var alone = load(new Found(FILES_ALONE, folder, Optional.empty(), folder), content);
    packages.put(FILES_ALONE, alone);
    return alone;
  }

  /**
   * {@return the import paths that patterns mean, sorted and each once}
   *
   * @param patterns as on the go command's command line: {@code ./...}, {@code std}, {@code
   *     example.com/m/...}; paths of folders are seen from the working folder
   */
  public List<String> match(List<String> patterns, String workingFolder) {
    return new PatternMatcher(this, workingFolder).match(patterns);
  }

  /**
   * {@return why a package may not import another, or where the other is not there; nothing if all
   * is well} Cycles are not looked for.
   */
  public Optional<PackageProblem> importProblem(GoPackage importer, PackageImport imported) {
    if (imported.path().equals("C")) {
      return Optional.empty();
    }
    var position = imported.positions().stream().findFirst();
    var target = find(imported.target());
    if (!target.isFound()) {
      return target.problems().stream()
          .findFirst()
          .map(each -> new PackageProblem(each.kind(), each.text(), position));
    }
    return Visibility.problem(tree, importer, imported.path(), target)
        .or(() -> implicitRequirement(importer, imported.target()))
        .map(text -> new PackageProblem(PackageProblem.Kind.NOT_IMPORTABLE, text, position));
  }

  private Optional<String> implicitRequirement(GoPackage importer, String target) {
    boolean inMain = importer.module().filter(each -> each.main()).isPresent();
    return inMain && modules.resolve(target) instanceof Found found
        ? modules.implicitRequirement(importer.importPath(), found)
        : Optional.empty();
  }

  FileTree tree() {
    return tree;
  }

  FolderContent content(String folder) {
    return folders.computeIfAbsent(folder, each -> FolderReader.read(tree, context, each));
  }

  private GoPackage load(String importPath) {
    return switch (modules.resolve(importPath)) {
      case Found found -> load(found, content(found.folder()));
      case Missing missing -> missing(missing);
    };
  }

  private GoPackage load(Found found, FolderContent content) {
    boolean standard = isStandard(found);
    return new GoPackage(
        found.importPath(),
        content.name(),
        found.folder(),
        found.module(),
        standard,
        content.files(),
        content.otherFiles(),
        imports(found.importPath(), standard, content.imports()),
        imports(found.importPath(), standard, content.testImports()),
        imports(found.importPath(), standard, content.externalTestImports()),
        List.copyOf(content.problems()));
  }

  private boolean isStandard(Found found) {
    return modules
        .goRoot()
        .filter(root -> found.folder().startsWith(root.source() + "/"))
        .isPresent();
  }

  private List<PackageImport> imports(
      String importer, boolean standard, SortedMap<String, List<SourcePosition>> imports) {
    var list = new ArrayList<PackageImport>(imports.size());
    imports.forEach(
        (path, positions) ->
            list.add(
                new PackageImport(
                    path,
                    standard ? modules.vendored(importer, path) : path,
                    List.copyOf(positions))));
    return List.copyOf(list);
  }

  private static GoPackage missing(Missing missing) {
    boolean malformed = missing.reason() == ImportResolution.Reason.MALFORMED;
    return new GoPackage(
        missing.importPath(),
        "",
        "",
        Optional.empty(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            PackageProblem.of(
                malformed ? PackageProblem.Kind.NOT_IMPORTABLE : PackageProblem.Kind.MISSING,
                missing.message())));
  }
}
