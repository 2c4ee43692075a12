package dev.heapline.golang.module;

import dev.heapline.golang.module.ImportMessages.Candidate;
import dev.heapline.golang.module.ImportResolution.Found;
import dev.heapline.golang.module.ImportResolution.Missing;
import dev.heapline.golang.module.ModuleGraph.Pruning;
import dev.heapline.golang.source.CachedTree;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The modules of a build: the main ones, and those that they require, at the versions selected.
 *
 * <p>One value answers for one snapshot of the files. It reads what it is asked for and remembers
 * it: an import of a package that the main module requires itself reads no other module's {@code
 * go.mod}. It may be asked from any thread.
 */
public final class BuildModules {
  private final FileTree tree;
  private final GoRootSource goRoot;
  private final Optional<Workspace> workspace;
  private final Map<String, MainModule> mains;
  private final ModuleMode mode;
  private final VendorList vendor;
  private final ModuleSources sources;
  private final Replacements replacements;
  private final RootModules roots;
  private final Once<ModuleGraph> graph;
  private final List<String> problems;
  private final Map<String, ImportResolution> resolutions = new ConcurrentHashMap<>();

  private BuildModules(
      FileTree tree,
      GoEnvironment environment,
      BuildFlags flags,
      Optional<GoRoot> root,
      String workingFolder) {
    this.tree = tree;
    this.goRoot = new GoRootSource(tree, root);
    this.workspace = Workspace.of(tree, environment, goRoot, workingFolder);
    this.problems = new ArrayList<>();
    this.mains = new LinkedHashMap<>();
    for (var main :
        new MainModuleFinder(tree, goRoot, flags, problems).find(workspace, workingFolder)) {
      if (mains.putIfAbsent(main.path(), main) != null) {
        problems.add("module " + main.path() + " appears multiple times in workspace");
      }
    }
    var all = List.copyOf(mains.values());
    this.mode = ModuleMode.of(tree, flags, all, workspace);
    this.vendor = mode.isVendor() ? ModuleMode.list(tree, mode.vendorFolder()) : VendorList.EMPTY;
    if (mode.isVendor()) {
      String folder = Paths.parent(mode.vendorFolder().orElse(""));
      VendorCheck.problem(all, vendor, folder, workspace.isPresent()).ifPresent(problems::add);
    }
    this.replacements = Replacements.of(all, workspace);
    problems.addAll(replacements.problems());
    var cache = new ModuleCache(tree, environment.moduleCache());
    this.sources = new ModuleSources(tree, cache, replacements, mains);
    this.roots = RootModules.of(all, workspace.isPresent(), sources);
    this.graph = new Once<>(() -> roots.graph(sources));
  }

  /**
   * {@return the modules of a build in a folder}
   *
   * @param root the toolchain; without one, there is no standard library
   * @param workingFolder the folder that the go command would run in
   */
  public static BuildModules of(
      FileTree tree,
      GoEnvironment environment,
      BuildFlags flags,
      Optional<GoRoot> root,
      String workingFolder) {
    return new BuildModules(CachedTree.of(tree), environment, flags, root, Paths.of(workingFolder));
  }

  /** {@return the files, with a memory for folders} */
  public FileTree tree() {
    return tree;
  }

  /** {@return the toolchain} */
  public Optional<GoRoot> goRoot() {
    return goRoot.root();
  }

  /**
   * {@return the toolchain that {@code go.work}, or the main module, wants instead of the one that
   * these modules were found with; nothing where there is none}
   *
   * @param environment with what the toolchain brings
   */
  public Optional<ToolchainChoice> toolchainChoice(GoEnvironment environment) {
    var main = mains.values().stream().findFirst().map(MainModule::file);
    var go = workspace.isPresent() ? workspace.get().file().go() : main.flatMap(ModFile::go);
    var toolchain =
        workspace.isPresent()
            ? workspace.get().file().toolchain()
            : main.flatMap(ModFile::toolchain);
    return goRoot.root().map(root -> ToolchainChoice.of(tree, environment, root, go, toolchain));
  }

  /** {@return the main modules, in the order of {@code go.work}} */
  public List<MainModule> mains() {
    return List.copyOf(mains.values());
  }

  /** {@return what is wrong with {@code go.mod} and {@code go.work}, one sentence each} */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** {@return whether dependencies come from {@code vendor}} */
  public boolean isVendored() {
    return mode.isVendor();
  }

  /** {@return the folder of vendored packages, where they are used} */
  public Optional<String> vendorFolder() {
    return mode.isVendor() ? mode.vendorFolder() : Optional.empty();
  }

  /**
   * {@return the selected version of every module, main modules first, then sorted by path} Reads
   * the whole graph.
   */
  public List<ModuleVersion> buildList() {
    var list = new ArrayList<ModuleVersion>();
    mains.keySet().forEach(path -> list.add(new ModuleVersion(path, "")));
    if (mode.isVendor()) {
      vendor.versions().forEach((path, version) -> list.add(new ModuleVersion(path, version)));
    } else {
      graph.get().selected().stream().filter(each -> !sources.isMain(each)).forEach(list::add);
    }
    return list;
  }

  /** {@return where a module's files stand; nothing where they are missing} */
  public Optional<String> folderOf(ModuleVersion module) {
    return sources.folder(module);
  }

  /** {@return whether the module's files are not a copy in the module cache} */
  public boolean isLocal(ModuleVersion module) {
    return sources.isLocal(module);
  }

  /** {@return the folders that a module's {@code go.mod} wants patterns to pass over} */
  public List<String> ignores(ModuleVersion module) {
    return sources.file(module).map(ModFile::ignores).orElse(List.of());
  }

  /**
   * {@return the import path that an import in a package of the standard library means; elsewhere
   * an import means what it says}
   *
   * @param importer the import path of the package
   */
  public String vendored(String importer, String importPath) {
    return goRoot.vendored(importer, importPath);
  }

  /** {@return where the package of an import path stands} */
  public ImportResolution resolve(String importPath) {
    return resolutions.computeIfAbsent(importPath, this::find);
  }

  private ImportResolution find(String path) {
    var malformed = ImportMessages.malformed(path);
    if (malformed.isPresent()) {
      return malformed.get();
    }
    var standard = goRoot.folderOf(path);
    if (standard.isPresent()) {
      return standard(path, standard.get());
    }
    return mode.isVendor() ? findVendored(path) : findInModules(path);
  }

  /** A package of the standard library, which may be the one that is being worked on. */
  private ImportResolution standard(String path, String folder) {
    for (var main : mains.values()) {
      if (goRoot.contains(main.folder())) {
        var own = candidate(path, main.prefix(), main.folder(), true);
        if (own.isPresent()) {
          return found(path, new ModuleVersion(main.path(), ""), own.get(), main.folder());
        }
      }
    }
    return new Found(path, folder, Optional.empty(), goRoot.root().orElseThrow().source());
  }

  private ImportResolution findVendored(String path) {
    var candidates = new ArrayList<Candidate>();
    for (var main : mains.values()) {
      var module = new ModuleVersion(main.path(), "");
      candidate(path, main.prefix(), main.folder(), true)
          .ifPresent(folder -> candidates.add(new Candidate(Optional.of(module), folder)));
    }
    String folder = Paths.join(mode.vendorFolder().orElse(""), path);
    // Go 1.23 and later believe the list alone.
    boolean listed =
        vendor.packages().containsKey(path) || !GoVersion.isAtLeast(roots.goVersion(), "1.23");
    if (listed && GoFolder.hasGoFiles(tree, folder)) {
      candidates.add(new Candidate(Optional.ofNullable(vendor.packages().get(path)), folder));
    }
    if (candidates.size() > 1) {
      return ImportMessages.ambiguous(
          path,
          candidates.stream().map(each -> new Candidate(Optional.empty(), each.folder())).toList());
    }
    return candidates.isEmpty() ? notFound(path) : foundVendored(path, candidates.getFirst());
  }

  private ImportResolution foundVendored(String path, Candidate candidate) {
    boolean main = candidate.module().filter(sources::isMain).isPresent();
    String moduleFolder =
        main
            ? sources.folder(candidate.module().orElseThrow()).orElse("")
            : mode.vendorFolder().orElse("");
    return new Found(path, candidate.folder(), candidate.module().map(this::info), moduleFolder);
  }

  /**
   * First among the modules that the main module requires itself: since Go 1.17 these are all that
   * its packages need, and no other module's {@code go.mod} has to be read.
   */
  private ImportResolution findInModules(String path) {
    if (roots.pruning() != Pruning.UNPRUNED || !graph.get().missing().isEmpty()) {
      var found = findInModules(path, Optional.empty());
      if (found.isPresent()) {
        return found.get();
      }
    }
    // What is required by a module whose go.mod is missing might hold the package. A path without a
    // dot, however, is Go's own or a mistake.
    var missing = graph.get().missing();
    if (!missing.isEmpty() && !ModulePath.isStandard(path)) {
      return ImportMessages.notFetched(path, missing.getFirst());
    }
    return findInModules(path, Optional.of(graph.get()))
        .or(() -> replacedButNotRequired(path))
        .orElseGet(() -> notFound(path));
  }

  private Optional<ImportResolution> findInModules(String path, Optional<ModuleGraph> full) {
    var found = new ArrayList<Candidate>();
    for (String prefix = path; !prefix.isEmpty(); prefix = shorter(prefix)) {
      String each = prefix;
      var version = full.isPresent() ? full.get().selected(each) : roots.selected(each);
      if (version.isEmpty()) {
        continue;
      }
      var module = new ModuleVersion(each, version.get());
      var folder = sources.folder(module);
      if (folder.isEmpty()) {
        return Optional.of(unavailable(path, module));
      }
      String modulePrefix =
          sources.isMain(module) ? mains.getOrDefault(each, NO_MAIN).prefix() : each;
      candidate(path, modulePrefix, folder.get(), sources.isLocal(module))
          .ifPresent(place -> found.addFirst(new Candidate(Optional.of(module), place)));
    }
    if (found.size() > 1) {
      return Optional.of(ImportMessages.ambiguous(path, found));
    }
    return found.stream()
        .findFirst()
        .map(
            candidate -> {
              var module = candidate.module().orElseThrow();
              return found(path, module, candidate.folder(), sources.folder(module).orElse(""));
            });
  }

  private static final MainModule NO_MAIN =
      new MainModule("", "", ModFile.parse("go.mod", new byte[0]), "");

  private static String shorter(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private Missing unavailable(String path, ModuleVersion module) {
    return sources
        .replacement(module)
        .filter(each -> each.folder().isPresent())
        .map(each -> ImportMessages.noReplacementFolder(path, module, each.by()))
        .orElseGet(() -> ImportMessages.notFetched(path, module));
  }

  private Optional<ImportResolution> replacedButNotRequired(String path) {
    return replacements.replaced().stream()
        .filter(each -> ModulePath.mayProvide(each.path(), path))
        .filter(each -> graph.get().selected(each.path()).isEmpty())
        .filter(
            each ->
                sources
                    .folder(each)
                    .flatMap(folder -> candidate(path, each.path(), folder, true))
                    .isPresent())
        .findFirst()
        .map(each -> ImportMessages.replacedButNotRequired(path, each));
  }

  private ImportResolution notFound(String path) {
    if (ModulePath.isStandard(path)) {
      return goRoot
          .root()
          .map(root -> ImportMessages.notStandard(path, root))
          .orElseGet(() -> ImportMessages.noToolchain(path));
    }
    return mains.isEmpty()
        ? ImportMessages.noMainModule(path)
        : ImportMessages.notRequired(path, mode);
  }

  /** The folder of a package in a module, if it is there and no nested module owns it. */
  private Optional<String> candidate(
      String path, String prefix, String moduleFolder, boolean local) {
    if (!prefix.isEmpty() && !ModulePath.mayProvide(prefix, path)) {
      return Optional.empty();
    }
    String folder =
        Paths.join(moduleFolder, prefix.isEmpty() ? path : Paths.relative(path, prefix));
    boolean nested = local && GoFolder.isInNestedModule(tree, folder, moduleFolder);
    return Optional.of(folder).filter(each -> !nested && GoFolder.hasGoFiles(tree, each));
  }

  private ImportResolution found(
      String path, ModuleVersion module, String folder, String moduleFolder) {
    return new Found(path, folder, Optional.of(info(module)), moduleFolder);
  }

  /** {@return what is known of a module} */
  public ModuleInfo info(ModuleVersion module) {
    if (sources.isMain(module)) {
      return new ModuleInfo(
          module.path(),
          "",
          true,
          false,
          sources.folder(module),
          sources.file(module).map(ModFile::goVersion),
          Optional.empty());
    }
    var replacement = sources.replacement(module);
    return new ModuleInfo(
        module.path(),
        module.version(),
        false,
        !roots.isDirect(module.path()),
        mode.isVendor() ? Optional.empty() : sources.folder(module),
        mode.isVendor()
            ? vendor.facts().getOrDefault(module, VendorList.Facts.NONE).goVersion()
            : sources.file(module).flatMap(ModFile::go),
        replacement.map(
            each ->
                new ModuleInfo.Replacement(
                    each.by(),
                    mode.isVendor() ? each.folder() : sources.folder(module).or(each::folder))));
  }

  /**
   * {@return the import path of the package in a folder} Empty where the folder belongs to no
   * module of the build.
   */
  public Optional<String> importPathOf(String folder) {
    return new FolderOwner(tree, this, goRoot, vendor).importPath(Paths.of(folder));
  }

  /**
   * {@return what to tell a person when a package of a main module imports another from a module
   * that its {@code go.mod} does not require itself}
   *
   * @param importer the import path of the package in the main module
   */
  public Optional<String> implicitRequirement(String importer, Found imported) {
    boolean checked = workspace.isEmpty() && mode.kind() == ModuleMode.Kind.READ_ONLY;
    return imported
        .module()
        .filter(module -> checked && !module.main())
        .filter(module -> !roots.selected(module.path()).equals(Optional.of(module.version())))
        .map(
            module ->
                ("package %s imports %s from implicitly required module;"
                        + " to add missing requirements, run:\n\tgo get %s@%s")
                    .formatted(importer, imported.importPath(), module.path(), module.version()));
  }
}
