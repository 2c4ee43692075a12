package dev.heapline.golang.module;

import dev.heapline.golang.module.ModuleGraph.Pruning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the graph of modules starts: what the main module requires, or the workspace's modules. */
final class RootModules {
  private final Pruning pruning;
  private final List<MainModule> mains;
  private final List<ModuleVersion> roots;
  private final Map<String, String> versions = new HashMap<>();
  private final Set<String> direct = new HashSet<>();

  private RootModules(Pruning pruning, List<MainModule> mains, List<ModuleVersion> roots) {
    this.pruning = pruning;
    this.mains = mains;
    this.roots = roots;
    for (var root : roots) {
      versions.merge(
          root.path(),
          root.version(),
          (left, right) -> SemanticVersion.compare(left, right) < 0 ? right : left);
    }
    for (var main : mains) {
      versions.put(main.path(), "");
      for (var require : main.file().requires()) {
        if (!require.indirect()) {
          direct.add(require.module().path());
        }
      }
    }
  }

  static RootModules of(List<MainModule> mains, boolean workspace, ModuleSources sources) {
    if (workspace) {
      return new RootModules(Pruning.WORKSPACE, mains, modules(mains));
    }
    var roots = new ArrayList<ModuleVersion>();
    boolean pruned = true;
    for (var main : mains) {
      roots.addAll(sources.requires(main.file()));
      pruned = main.file().isPruned();
    }
    roots.sort(ModuleVersion.ORDER);
    return new RootModules(pruned ? Pruning.PRUNED : Pruning.UNPRUNED, mains, List.copyOf(roots));
  }

  private static List<ModuleVersion> modules(List<MainModule> mains) {
    return mains.stream().map(main -> new ModuleVersion(main.path(), "")).toList();
  }

  Pruning pruning() {
    return pruning;
  }

  /** {@return the version of a root; empty for a main module, nothing where it is no root} */
  Optional<String> selected(String path) {
    return Optional.ofNullable(versions.get(path));
  }

  boolean isDirect(String path) {
    return direct.contains(path);
  }

  /** {@return the highest version of Go that a main module is written for} */
  String goVersion() {
    return mains.stream()
        .map(main -> main.file().goVersion())
        .max(GoVersion::compare)
        .orElse(GoVersion.OF_GO_MOD_WITHOUT_LINE);
  }

  ModuleGraph graph(ModuleSources sources) {
    return ModuleGraph.of(pruning, modules(mains), roots, sources::requirements);
  }
}
