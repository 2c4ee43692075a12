package dev.heapline.app.types;

import dev.heapline.app.check.RejectedInputException;
import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.packages.FileChoice;
import dev.heapline.golang.packages.GoPackage;
import dev.heapline.golang.packages.PackageFinder;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a command line means: patterns of packages as for the go command, folders, and files.
 *
 * <p>A folder or file of another module than the working folder's is seen from its own folder. A
 * file that its package leaves out, and a folder that no module has, is a package of its own.
 */
final class Targets {
  private final FileTree tree;
  private final String workingFolder;
  private final Function<String, GoBuild> builds;
  private final Map<String, Target> byFolder = new HashMap<>();
  private final List<Target> targets = new ArrayList<>();
  private final SortedMap<String, SortedSet<String>> alone = new TreeMap<>();

  private Targets(FileTree tree, String workingFolder, Function<String, GoBuild> builds) {
    this.tree = tree;
    this.workingFolder = workingFolder;
    this.builds = builds;
  }

  /**
   * {@return what is asked for}
   *
   * @param builds the build in a folder
   * @throws NoSuchFileException if a file or folder is not there
   * @throws RejectedInputException if there is no package where one is expected
   */
  static List<Target> of(
      FileTree tree, String workingFolder, Function<String, GoBuild> builds, List<String> paths)
      throws NoSuchFileException, RejectedInputException {
    var targets = new Targets(tree, workingFolder, builds);
    for (String path : paths) {
      targets.add(path);
    }
    targets.addAlone();
    return targets.targets.stream().filter(each -> !each.packages().isEmpty()).toList();
  }

  private void add(String text) throws NoSuchFileException, RejectedInputException {
    String path = Paths.resolve(workingFolder, text);
    if (tree.isFile(path)) {
      if (!text.endsWith(".go")) {
        throw new RejectedInputException(text + ": expected a folder, or a file named *.go");
      }
      addFile(path);
    } else if (isLocal(text) && !text.contains("...")) {
      if (!tree.isFolder(path)) {
        throw new NoSuchFileException(text);
      }
      addFolder(text, path);
    } else if (text.endsWith(".go")) {
      throw new NoSuchFileException(text);
    } else if (tree.isFolder(path) && !here().build().finder().find(text).isFound()) {
      addFolder(text, path);
    } else {
      addPattern(text);
    }
  }

  private static boolean isLocal(String text) {
    return Paths.isAbsolute(text)
        || text.equals(".")
        || text.equals("..")
        || text.startsWith("./")
        || text.startsWith("../");
  }

  private Target here() {
    return target(workingFolder);
  }

  private Target target(String folder) {
    return byFolder.computeIfAbsent(folder, this::newTarget);
  }

  private Target newTarget(String folder) {
    var target = new Target(builds.apply(folder), new TreeMap<>());
    targets.add(target);
    return target;
  }

  /** The build that a folder belongs to: that of the working folder, or its own. */
  private Target owner(String folder) {
    return here().build().finder().findIn(folder).isPresent() ? here() : target(folder);
  }

  private void addPattern(String text) throws RejectedInputException {
    boolean elsewhere = isLocal(text);
    String start =
        elsewhere ? Paths.resolve(workingFolder, text.substring(0, text.indexOf("..."))) : "";
    var target = elsewhere && !isWithinMain(start) ? target(start) : here();
    var finder = target.build().finder();
    var found = finder.match(List.of(text), workingFolder);
    if (found.isEmpty()) {
      throw new RejectedInputException(text + " matched no packages");
    }
    if (found.equals(List.of(text))) {
      requirePackage(finder.find(text), text);
    }
    found.forEach(target::add);
  }

  private boolean isWithinMain(String folder) {
    return here().build().modules().mains().stream()
        .anyMatch(main -> Paths.isWithin(folder, main.folder()));
  }

  private void addFolder(String text, String folder) throws RejectedInputException {
    var target = owner(folder);
    var finder = target.build().finder();
    var source = finder.findIn(folder).orElseGet(() -> finder.findAlone(folder, List.of()));
    requirePackage(source, text);
    target.add(source.importPath());
  }

  private static void requirePackage(GoPackage source, String text) throws RejectedInputException {
    boolean built =
        source.files().stream().anyMatch(each -> each.choice() instanceof FileChoice.Used);
    if (!built) {
      throw new RejectedInputException(
          source.problems().stream()
              .findFirst()
              .map(problem -> text + ": " + problem.text())
              .orElse(text + ": no package"));
    }
  }

  private void addFile(String file) {
    String folder = Paths.parent(file);
    var target = owner(folder);
    var finder = target.build().finder();
    var source = finder.findIn(folder).orElseGet(() -> finder.findAlone(folder, List.of()));
    boolean built =
        source.files().stream()
            .anyMatch(
                each ->
                    each.name().equals(Paths.name(file))
                        && each.choice() instanceof FileChoice.Used);
    if (built) {
      target.addFile(source.importPath(), file);
    } else {
      alone.computeIfAbsent(folder, _ -> new TreeSet<>()).add(Paths.name(file));
    }
  }

  /** Files of one folder that no package has are a package together. */
  private void addAlone() {
    alone.forEach(
        (folder, names) -> {
          var target = newTarget(folder);
          target.build().finder().findAlone(folder, names);
          target.add(PackageFinder.FILES_ALONE);
        });
  }
}
