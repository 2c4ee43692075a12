package dev.heapline.golang.module;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code vendor/modules.txt} says: which modules the vendored packages come from.
 *
 * @param packages the module of each vendored package, by import path
 * @param versions the version of each module that provides a package, by module path, in order
 * @param facts what else it says of a module
 * @param workspace whether {@code go work vendor} wrote it
 */
record VendorList(
    Map<String, ModuleVersion> packages,
    Map<String, String> versions,
    Map<ModuleVersion, Facts> facts,
    boolean workspace) {
  static final VendorList EMPTY = new VendorList(Map.of(), Map.of(), Map.of(), false);

  /**
   * What the list says of a module.
   *
   * @param explicit whether {@code go.mod} requires it
   * @param goVersion the version of its {@code go} line
   */
  record Facts(boolean explicit, Optional<String> goVersion) {
    static final Facts NONE = new Facts(false, Optional.empty());
  }

  static VendorList parse(byte[] bytes) {
    var packages = new HashMap<String, ModuleVersion>();
    var versions = new LinkedHashMap<String, String>();
    var facts = new HashMap<ModuleVersion, Facts>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    var module = Optional.<ModuleVersion>empty();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("# ")) {
        module = module(line);
        continue;
      }
      if (module.isEmpty()) {
        continue;
      }
      var owner = module.get();
      if (line.startsWith("## ")) {
        facts.merge(owner, facts(line.substring(3)), VendorList::union);
        continue;
      }
      var words = BuildFlags.words(line);
      if (words.size() == 1 && ModulePath.importProblem(words.getFirst()).isEmpty()) {
        packages.put(words.getFirst(), owner);
        versions.merge(
            owner.path(),
            owner.version(),
            (old, each) -> SemanticVersion.compare(old, each) < 0 ? each : old);
      }
    }
    return new VendorList(packages, versions, facts, isOfWorkspace(text));
  }

  private static Optional<ModuleVersion> module(String line) {
    List<String> words = BuildFlags.words(line);
    if (words.size() < 3) {
      return Optional.empty();
    }
    String second = words.get(2);
    if (SemanticVersion.parse(second).isPresent()) {
      return Optional.of(new ModuleVersion(words.get(1), second));
    }
    return second.equals("=>")
        ? Optional.of(new ModuleVersion(words.get(1), ""))
        : Optional.empty();
  }

  private static Facts facts(String annotations) {
    var facts = Facts.NONE;
    for (String annotation : annotations.split(";", -1)) {
      String each = annotation.strip();
      if (each.equals("explicit")) {
        facts = union(facts, new Facts(true, Optional.empty()));
      } else if (each.startsWith("go ")) {
        facts = union(facts, new Facts(false, Optional.of(each.substring(3))));
      }
    }
    return facts;
  }

  private static Facts union(Facts left, Facts right) {
    return new Facts(left.explicit || right.explicit, right.goVersion.or(left::goVersion));
  }

  private static boolean isOfWorkspace(String text) {
    String first = text.substring(0, Math.max(0, text.indexOf('\n')));
    return first.startsWith("## ")
        && List.of(first.substring(3).split(";", -1)).stream()
            .anyMatch(each -> each.strip().equals("workspace"));
  }
}
