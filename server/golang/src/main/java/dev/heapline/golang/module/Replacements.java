package dev.heapline.golang.module;

import dev.heapline.golang.module.ModFile.Replace;
import dev.heapline.golang.source.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in for modules: the {@code replace} lines of {@code go.work}, which count first, and
 * of the main modules.
 */
final class Replacements {
  /**
   * What stands in for a module.
   *
   * @param by the module or folder, a relative folder as seen from the {@code go.work} or {@code
   *     go.mod}
   * @param folder the folder, where it is one
   */
  record Replacement(ModuleVersion by, Optional<String> folder) {}

  private final Map<ModuleVersion, Replacement> ofWorkspace = new HashMap<>();
  private final Map<ModuleVersion, Replacement> ofModules = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private Replacements() {}

  /** {@return the replacements in force} */
  static Replacements of(List<MainModule> mains, Optional<Workspace> workspace) {
    var replacements = new Replacements();
    workspace.ifPresent(
        each -> {
          for (var replace : each.file().replaces()) {
            replacements.ofWorkspace.put(
                replace.old(), replacement(replace, each.folder(), each.folder()));
          }
        });
    for (var main : mains) {
      String seenFrom = workspace.map(Workspace::folder).orElse(main.folder());
      for (var replace : main.file().replaces()) {
        replacements.add(replace, replacement(replace, main.folder(), seenFrom));
      }
    }
    return replacements;
  }

  private void add(Replace replace, Replacement replacement) {
    boolean overridden =
        ofWorkspace.keySet().stream().anyMatch(old -> old.path().equals(replace.old().path()));
    var before = ofModules.putIfAbsent(replace.old(), replacement);
    if (before != null && !before.equals(replacement) && !overridden) {
      problems.add(
          "conflicting replacements for %s:\n\t%s\n\t%s"
              .formatted(replace.old(), before.by(), replacement.by()));
    }
  }

  private static Replacement replacement(Replace replace, String folder, String seenFrom) {
    var by = replace.by();
    if (!by.version().isEmpty()) {
      return new Replacement(by, Optional.empty());
    }
    String target = Paths.resolve(folder, by.path());
    if (folder.equals(seenFrom) || Paths.isAbsolute(by.path())) {
      return new Replacement(by, Optional.of(target));
    }
    return new Replacement(new ModuleVersion(relative(seenFrom, target), ""), Optional.of(target));
  }

  /** A path that starts with a dot, as the go command spells folders. */
  private static String relative(String from, String to) {
    var up = new StringBuilder();
    String shared = from;
    while (!Paths.isWithin(to, shared) && !shared.equals(Paths.parent(shared))) {
      shared = Paths.parent(shared);
      up.append("../");
    }
    String down = Paths.relative(to, shared);
    if (up.isEmpty()) {
      return "./" + (down.isEmpty() ? "." : down);
    }
    return down.isEmpty() ? up.substring(0, up.length() - 1) : up + down;
  }

  /** {@return what stands in for a module at a version} */
  Optional<Replacement> of(ModuleVersion module) {
    var all = new ModuleVersion(module.path(), "");
    return first(ofWorkspace, module, all).or(() -> first(ofModules, module, all));
  }

  private static Optional<Replacement> first(
      Map<ModuleVersion, Replacement> map, ModuleVersion exact, ModuleVersion all) {
    return Optional.ofNullable(map.get(exact)).or(() -> Optional.ofNullable(map.get(all)));
  }

  /** {@return the modules that are replaced, at the version or versions that are} */
  List<ModuleVersion> replaced() {
    var all = new ArrayList<>(ofWorkspace.keySet());
    all.addAll(ofModules.keySet());
    return all;
  }

  /** {@return which replacements contradict each other} */
  List<String> problems() {
    return problems;
  }
}
