package dev.heapline.golang.packages;

import dev.heapline.golang.module.BuildModules;
import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.module.MainModule;
import dev.heapline.golang.module.ModulePath;
import dev.heapline.golang.module.ModuleVersion;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which packages the patterns of a command line mean. */
final class PatternMatcher {
  private final PackageFinder finder;
  private final BuildModules modules;
  private final FileTree tree;
  private final String workingFolder;

  PatternMatcher(PackageFinder finder, String workingFolder) {
    this.finder = finder;
    this.modules = finder.modules();
    this.tree = finder.tree();
    this.workingFolder = Paths.of(workingFolder);
  }

  List<String> match(List<String> patterns) {
    var found = new TreeSet<String>();
    for (String pattern : patterns) {
      match(pattern, found);
    }
    return List.copyOf(found);
  }

  private void match(String pattern, Set<String> found) {
    boolean local =
        Paths.isAbsolute(pattern)
            || pattern.equals(".")
            || pattern.equals("..")
            || pattern.startsWith("./")
            || pattern.startsWith("../");
    boolean wildcard = pattern.contains("...");
    if (local && wildcard) {
      matchFolders(pattern, found);
    } else if (local) {
      modules.importPathOf(Paths.resolve(workingFolder, pattern)).ifPresent(found::add);
    } else {
      switch (pattern) {
        case "std", "cmd" ->
            modules.goRoot().ifPresent(root -> matchStandard(root, pattern, found));
        case "work" -> matchMains(found);
        case "all" -> matchAll(found);
        default -> {
          if (wildcard) {
            matchPaths(pattern, found);
          } else {
            found.add(Paths.clean(pattern));
          }
        }
      }
    }
  }

  private void matchFolders(String text, Set<String> found) {
    String absolute = Paths.resolve(workingFolder, text);
    String start = Paths.parent(absolute.substring(0, absolute.indexOf("...")) + "x");
    var pattern = PathPattern.of(absolute);
    var ignored = new IgnoredFolders(List.of());
    String moduleFolder = "";
    for (var main : modules.mains()) {
      if (Paths.isWithin(start, main.folder())) {
        ignored = new IgnoredFolders(main.file().ignores());
        moduleFolder = main.folder();
      }
    }
    var ofModule = ignored;
    String prefix = moduleFolder.isEmpty() ? "" : Paths.relative(start, moduleFolder);
    new FolderWalk(tree, start, true, new IgnoredFolders(List.of()))
        .walk(
            relative -> {
              if (ofModule.contains(Paths.join(prefix, relative))) {
                return false;
              }
              String folder = Paths.join(start, relative);
              if (pattern.matches(folder) && isPackage(folder)) {
                modules
                    .importPathOf(folder)
                    .filter(path -> !path.equals("builtin"))
                    .ifPresent(found::add);
              }
              return true;
            });
  }

  /** A package that is broken is one all the same. */
  private boolean isPackage(String folder) {
    var content = finder.content(folder);
    return content.isBuilt()
        || content.problems().stream()
            .anyMatch(each -> each.kind() != PackageProblem.Kind.NO_GO_FILES);
  }

  /** A pattern of import paths wants a file that is built, or would be if it were in order. */
  private boolean isRead(String folder) {
    return finder.content(folder).files().stream()
        .map(PackageFile::choice)
        .anyMatch(
            choice ->
                choice instanceof FileChoice.Used
                    || choice instanceof FileChoice.Documentation
                    || choice instanceof FileChoice.SeveralConstraints
                    || choice instanceof FileChoice.Unreadable);
  }

  private void matchStandard(GoRoot root, String which, Set<String> found) {
    boolean commands = which.equals("cmd");
    String start = commands ? root.folderOf("cmd") : root.source();
    var paths = new ArrayList<String>();
    new FolderWalk(tree, start, false, new IgnoredFolders(List.of()))
        .walk(
            relative -> {
              String path = commands ? Paths.join("cmd", relative) : relative;
              if (path.isEmpty()) {
                return true;
              }
              if (!commands && (path.equals("cmd") || !ModulePath.isStandard(path))) {
                return false;
              }
              paths.add(path);
              return true;
            });
    // To read what all files begin with takes a while: on all cores.
    found.addAll(
        paths.parallelStream()
            .filter(path -> isStandardPackage(path, root.folderOf(path)))
            .toList());
  }

  private boolean isStandardPackage(String path, String folder) {
    if (path.startsWith("cmd/vendor/") && finder.content(folder).name().equals("main")) {
      return false;
    }
    boolean pseudo =
        path.equals("builtin") || (path.equals("runtime/cgo") && !finder.context().isCgoEnabled());
    return !pseudo && isPackage(folder);
  }

  private void matchMains(Set<String> found) {
    for (var main : modules.mains()) {
      matchModule(new ModuleVersion(main.path(), ""), main.prefix(), "...", found);
    }
  }

  private void matchPaths(String pattern, Set<String> found) {
    var paths = PathPattern.of(pattern);
    modules
        .goRoot()
        .ifPresent(
            root -> {
              matchIn(root.source(), "", true, paths, List.of(), found);
              if (paths.mayMatchBeneath("cmd")) {
                matchIn(root.folderOf("cmd"), "cmd", true, paths, List.of(), found);
              }
            });
    if (modules.isVendored()) {
      matchMains(found, paths);
      modules
          .vendorFolder()
          .ifPresent(folder -> matchIn(folder, "", false, paths, List.of(), found));
      return;
    }
    for (var module : modules.buildList()) {
      String prefix =
          modules.mains().stream()
              .filter(main -> main.path().equals(module.path()))
              .map(MainModule::prefix)
              .findFirst()
              .orElse(module.path());
      if (paths.mayMatchBeneath(prefix)) {
        matchModule(module, prefix, pattern, found);
      }
    }
  }

  private void matchMains(Set<String> found, PathPattern paths) {
    for (var main : modules.mains()) {
      matchIn(main.folder(), main.prefix(), true, paths, main.file().ignores(), found);
    }
  }

  private void matchModule(ModuleVersion module, String prefix, String pattern, Set<String> found) {
    modules
        .folderOf(module)
        .ifPresent(
            folder ->
                matchIn(
                    folder,
                    prefix,
                    modules.isLocal(module),
                    PathPattern.of(pattern),
                    modules.ignores(module),
                    found));
  }

  private void matchIn(
      String folder,
      String prefix,
      boolean local,
      PathPattern pattern,
      List<String> ignores,
      Set<String> found) {
    boolean cgo = finder.context().isCgoEnabled();
    new FolderWalk(tree, folder, local, new IgnoredFolders(ignores))
        .walk(
            relative -> {
              String path = Paths.join(prefix, relative);
              if (path.isEmpty()) {
                return true;
              }
              if (!pattern.mayMatchBeneath(path)) {
                return false;
              }
              boolean pseudo = path.equals("builtin") || (path.equals("runtime/cgo") && !cgo);
              if (!pseudo && pattern.matches(path) && isRead(Paths.join(folder, relative))) {
                found.add(path);
              }
              return !Paths.name(relative).equals("vendor");
            });
  }

  /** The packages of the main modules, their tests, and all that these need. */
  private void matchAll(Set<String> found) {
    var own = new TreeSet<String>();
    matchMains(own);
    for (var main : modules.mains()) {
      own.addAll(main.file().tools());
    }
    var seen = new HashSet<String>();
    for (String path : own) {
      var source = finder.find(path);
      collect(source, seen, found);
      for (var imported : source.testImports()) {
        collect(finder.find(imported.target()), seen, found);
      }
      for (var imported : source.externalTestImports()) {
        collect(finder.find(imported.target()), seen, found);
      }
    }
  }

  private void collect(GoPackage source, Set<String> seen, Set<String> found) {
    if (source.importPath().equals("C") || !seen.add(source.importPath())) {
      return;
    }
    found.add(source.importPath());
    for (var imported : source.imports()) {
      if (!imported.path().equals("C")) {
        collect(finder.find(imported.target()), seen, found);
      }
    }
  }
}
