package dev.heapline.golang.load;

import dev.heapline.golang.build.BuildContext;
import dev.heapline.golang.module.BuildFlags;
import dev.heapline.golang.module.BuildModules;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.module.ToolchainChoice;
import dev.heapline.golang.packages.PackageFinder;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.types.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the go command would build in a folder: for which platform, by which toolchain, from which
 * modules.
 *
 * @param finder the packages
 * @param problems what is wrong with the build as a whole, one sentence each
 */
public record GoBuild(PackageFinder finder, List<String> problems) {
  /** Where toolchains are installed when nobody says otherwise. */
  private static final List<String> USUAL_FOLDERS =
      List.of(
          "/usr/local/go",
          "/usr/lib/go",
          "/opt/homebrew/opt/go/libexec",
          "/usr/local/opt/go/libexec",
          "C:/Program Files/Go",
          "C:/Go");

  /**
   * {@return the build in a folder} Without a toolchain, everything but Go's own packages is found.
   *
   * @param environment the settings of the go command
   * @param flags as on its command line, {@code -tags=a,b}; values stand behind an equals sign
   * @param workingFolder the folder that it would run in
   */
  public static GoBuild of(
      FileTree tree, GoEnvironment environment, List<String> flags, String workingFolder) {
    var installed = GoRoot.find(tree, environment, USUAL_FOLDERS);
    var settings = with(tree, environment, installed);
    var modules = modules(tree, settings, flags, installed, workingFolder);
    var choice = modules.toolchainChoice(settings);
    var root = choice.map(ToolchainChoice::root);
    if (!root.equals(installed)) {
      settings = with(tree, environment, root);
      modules = modules(tree, settings, flags, root, workingFolder);
    }
    var problems = new ArrayList<String>();
    choice.flatMap(ToolchainChoice::problem).ifPresent(problems::add);
    problems.addAll(modules.problems());
    var context = BuildContext.of(modules.tree(), settings, BuildFlags.of(settings, flags), root);
    return new GoBuild(PackageFinder.of(modules, context), List.copyOf(problems));
  }

  private static GoEnvironment with(
      FileTree tree, GoEnvironment environment, Optional<GoRoot> root) {
    return root.map(each -> environment.with(tree, each)).orElse(environment);
  }

  private static BuildModules modules(
      FileTree tree,
      GoEnvironment environment,
      List<String> flags,
      Optional<GoRoot> root,
      String workingFolder) {
    return BuildModules.of(
        tree, environment, BuildFlags.of(environment, flags), root, workingFolder);
  }

  /** {@return the modules} */
  public BuildModules modules() {
    return finder.modules();
  }

  /** {@return the files, with a memory for folders} */
  public FileTree tree() {
    return modules().tree();
  }

  /** {@return the sizes of values; nothing for an architecture that Go does not know} */
  public Optional<Sizes> sizes() {
    return Sizes.of(finder.context().platform().architecture());
  }
}
