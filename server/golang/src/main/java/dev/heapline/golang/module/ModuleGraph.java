package dev.heapline.golang.module;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which version of each module is selected: the highest that any module of the graph requires.
 *
 * @see <a href="https://go.dev/ref/mod#minimal-version-selection">minimal version selection</a>
 */
final class ModuleGraph {
  /** Whose requirements count. */
  enum Pruning {
    /** Those of the roots, and all beneath the modules older than Go 1.17. */
    PRUNED,
    /** All there are. */
    UNPRUNED,
    /** Those of the workspace's modules and of what they require. */
    WORKSPACE
  }

  /**
   * What a module requires.
   *
   * @param requires the modules, without those that are excluded
   * @param pruned whether nothing beneath them is needed
   */
  record Requirements(List<ModuleVersion> requires, boolean pruned) {}

  private record Step(ModuleVersion module, Pruning pruning) {}

  private final Function<ModuleVersion, Optional<Requirements>> reader;
  private final Map<String, String> selected = new TreeMap<>();
  private final Map<ModuleVersion, Optional<Requirements>> read = new HashMap<>();
  private final Set<Step> seen = new HashSet<>();
  private final ArrayDeque<Step> queue = new ArrayDeque<>();
  private final List<ModuleVersion> missing = new ArrayList<>();

  private ModuleGraph(Function<ModuleVersion, Optional<Requirements>> reader) {
    this.reader = reader;
  }

  /**
   * {@return the graph}
   *
   * @param mains the main modules, whose version is empty
   * @param roots what is required first: by the main module, or the main modules of a workspace
   * @param reader what a module requires; nothing where its {@code go.mod} is not there
   */
  static ModuleGraph of(
      Pruning pruning,
      List<ModuleVersion> mains,
      List<ModuleVersion> roots,
      Function<ModuleVersion, Optional<Requirements>> reader) {
    var graph = new ModuleGraph(reader);
    mains.forEach(graph::select);
    roots.forEach(graph::select);
    roots.forEach(root -> graph.enqueue(root, pruning));
    graph.drain();
    if (pruning == Pruning.WORKSPACE) {
      graph.completeWorkspace(roots);
    }
    return graph;
  }

  /** {@return the selected version of a module; nothing where it is not in the graph} */
  Optional<String> selected(String path) {
    return Optional.ofNullable(selected.get(path));
  }

  /** {@return the selected modules, sorted by path} */
  List<ModuleVersion> selected() {
    return selected.entrySet().stream()
        .map(entry -> new ModuleVersion(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** {@return the modules whose {@code go.mod} is needed and not there} */
  List<ModuleVersion> missing() {
    return missing;
  }

  private void select(ModuleVersion module) {
    selected.merge(module.path(), module.version(), ModuleGraph::higher);
  }

  /** Nothing is higher than a main module, which has no version. */
  private static String higher(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return "";
    }
    return SemanticVersion.compare(left, right) < 0 ? right : left;
  }

  private void enqueue(ModuleVersion module, Pruning pruning) {
    var step = new Step(module, pruning);
    if (seen.add(step)) {
      queue.add(step);
    }
  }

  private void drain() {
    while (!queue.isEmpty()) {
      var step = queue.remove();
      var requirements = read(step.module());
      if (requirements.isEmpty()) {
        continue;
      }
      boolean pruned = requirements.get().pruned();
      if (step.pruning() == Pruning.PRUNED && pruned) {
        continue; // What is beneath its requirements cannot matter.
      }
      boolean all = step.pruning() == Pruning.UNPRUNED || !pruned;
      for (var required : requirements.get().requires()) {
        enqueue(required, all ? Pruning.UNPRUNED : Pruning.PRUNED);
      }
    }
  }

  private Optional<Requirements> read(ModuleVersion module) {
    var known = read.get(module);
    if (known != null) {
      return known;
    }
    var requirements = reader.apply(module);
    read.put(module, requirements);
    if (requirements.isEmpty()) {
      missing.add(module);
    } else {
      requirements.get().requires().forEach(this::select);
    }
    return requirements;
  }

  /**
   * A workspace's modules may select a version that none of them requires; its own requirements
   * then count as theirs would.
   */
  private void completeWorkspace(List<ModuleVersion> roots) {
    var paths = new HashSet<String>();
    roots.forEach(root -> paths.add(root.path()));
    var done = new HashSet<ModuleVersion>();
    while (true) {
      var next = new HashSet<ModuleVersion>();
      for (String path : paths) {
        var module = new ModuleVersion(path, selected.getOrDefault(path, ""));
        if (!done.contains(module)) {
          next.add(module);
          continue;
        }
        for (var required : read(module).map(Requirements::requires).orElse(List.of())) {
          var best = new ModuleVersion(required.path(), selected.getOrDefault(required.path(), ""));
          boolean raised =
              best.version().isEmpty()
                  ? !required.version().isEmpty()
                  : SemanticVersion.compare(best.version(), required.version()) > 0;
          if (raised && !done.contains(best)) {
            next.add(best);
          }
        }
      }
      if (next.isEmpty()) {
        return;
      }
      for (var module : next) {
        enqueue(module, Pruning.WORKSPACE);
        done.add(module);
        paths.add(module.path());
      }
      drain();
    }
  }
}
