package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The modules that are being worked on. */
final class MainModuleFinder {
  private final FileTree tree;
  private final GoRootSource goRoot;
  private final BuildFlags flags;
  private final List<String> problems;

  MainModuleFinder(FileTree tree, GoRootSource goRoot, BuildFlags flags, List<String> problems) {
    this.tree = tree;
    this.goRoot = goRoot;
    this.flags = flags;
    this.problems = problems;
  }

  List<MainModule> find(Optional<Workspace> workspace, String workingFolder) {
    if (workspace.isPresent()) {
      return ofWorkspace(workspace.get());
    }
    return moduleFolder(tree, workingFolder)
        .flatMap(folder -> read(folder, flags.modFile().orElse(Paths.join(folder, "go.mod"))))
        .stream()
        .toList();
  }

  private List<MainModule> ofWorkspace(Workspace workspace) {
    workspace.file().problems().forEach(each -> problems.add(each.toString()));
    var mains = new ArrayList<MainModule>();
    for (var use : workspace.file().uses()) {
      String folder = Paths.resolve(workspace.folder(), use.folder());
      var main = read(folder, Paths.join(folder, "go.mod"));
      if (main.isEmpty()) {
        problems.add(
            "cannot load module %s listed in go.work file: there is no go.mod in %s"
                .formatted(use.folder(), folder));
      }
      main.filter(each -> isNewEnough(workspace, use, each)).ifPresent(mains::add);
    }
    return mains;
  }

  private boolean isNewEnough(Workspace workspace, WorkFile.Use use, MainModule main) {
    String wanted = main.file().goVersion();
    String there = workspace.file().goVersion();
    if (GoVersion.compare(wanted, there) > 0 && GoVersion.isAtLeast(wanted, "1.21")) {
      problems.add(
          "module %s listed in go.work file requires go >= %s, but go.work %s go %s; to update it:\n\t"
                  .formatted(
                      use.folder(),
                      wanted,
                      workspace.file().go().isPresent() ? "lists" : "implicitly requires",
                      there)
              + "go work use");
    }
    return true;
  }

  private Optional<MainModule> read(String folder, String file) {
    var modFile = tree.read(file).map(bytes -> ModFile.parse(file, bytes));
    modFile.ifPresent(
        each -> {
          each.problems().forEach(problem -> problems.add(problem.toString()));
          if (each.module().isEmpty()) {
            problems.add(
                ("error reading %s: missing module declaration. To specify the module path:\n\t"
                        + "go mod edit -module=example.com/mod")
                    .formatted(file));
          }
        });
    return modFile.map(each -> MainModule.of(folder, each, goRoot));
  }

  /** {@return the nearest folder with a {@code go.mod}, upwards} */
  static Optional<String> moduleFolder(FileTree tree, String folder) {
    String each = folder;
    while (!tree.isFile(Paths.join(each, "go.mod"))) {
      String parent = Paths.parent(each);
      if (parent.equals(each)) {
        return Optional.empty();
      }
      each = parent;
    }
    return Optional.of(each);
  }
}
