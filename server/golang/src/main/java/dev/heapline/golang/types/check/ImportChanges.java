package dev.heapline.golang.types.check;

import dev.heapline.golang.types.PackageId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the import declarations of a package's files say otherwise than in the version before. */
final class ImportChanges {
  private final List<FileScope> old;
  private final List<FileScope> next;
  private final Map<Long, Change> changes = new HashMap<>();

  /** The names that can conflict now, or no longer, or with another import than before. */
  private final Set<String> conflicts = new HashSet<>();

  private record Imported(String name, PackageId id, String path) {}

  /**
   * The difference between two files.
   *
   * @param dotted whether names without a package before them may come from elsewhere
   */
  private record Change(boolean dotted, Set<String> names) {}

  ImportChanges(List<FileScope> old, List<FileScope> next, ChangesByPackage changed) {
    this.old = old;
    this.next = next;
    var before = all(old);
    var after = all(next);
    for (var each : after) {
      if (!before.contains(each) || changed.of(each.id).everything()) {
        conflicts.add(each.name);
      }
    }
    for (var each : before) {
      if (!after.contains(each)) {
        conflicts.add(each.name);
      }
    }
  }

  private static Set<Imported> all(List<FileScope> files) {
    var all = new HashSet<Imported>();
    for (var file : files) {
      for (var each : file.imports) {
        var symbol = each.symbol();
        all.add(new Imported(symbol.name(), symbol.imported(), each.path()));
      }
    }
    return all;
  }

  /** {@return whether the files that are in both versions import the same} */
  boolean isEmpty() {
    if (!conflicts.isEmpty() || old.size() != next.size()) {
      return false;
    }
    for (int i = 0; i < next.size(); i++) {
      var change = between(i, i);
      if (change.dotted || !change.names.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether a name is one that a file imports otherwise than before} */
  boolean declares(String name) {
    return conflicts.contains(name);
  }

  /** {@return whether names were consulted that the file imports otherwise} */
  boolean meets(Consulted consulted, int oldFile, int file) {
    var change = between(oldFile, file);
    return change.dotted || consulted.meetsOwn(change.names);
  }

  private Change between(int oldFile, int file) {
    return changes.computeIfAbsent(
        (long) oldFile << Integer.SIZE | file,
        _ -> between(byName(old.get(oldFile)), byName(next.get(file))));
  }

  private static Change between(
      Map<String, FileScope.Import> before, Map<String, FileScope.Import> after) {
    boolean dotted = false;
    var names = new HashSet<String>();
    var either = new HashSet<>(before.keySet());
    either.addAll(after.keySet());
    for (String name : either) {
      if (!same(before.get(name), after.get(name))) {
        // A dotted import may give any name, and its key is no name.
        dotted |= name.startsWith(".");
        names.add(name);
      }
    }
    return new Change(dotted, names);
  }

  private static boolean same(FileScope.@Nullable Import before, FileScope.@Nullable Import after) {
    return before != null
        && after != null
        && before.symbol().imported() == after.symbol().imported()
        && before.known() == after.known()
        && Objects.equals(before.path(), after.path());
  }

  private static Map<String, FileScope.Import> byName(FileScope file) {
    var byName = new HashMap<String, FileScope.Import>();
    for (var each : file.imports) {
      // As in a scope, the first of two has the name.
      if (!each.isBlank()) {
        byName.putIfAbsent(each.usedAs(), each);
      }
    }
    return byName;
  }
}
