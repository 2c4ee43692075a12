package dev.heapline.golang.types.check;

import dev.heapline.golang.types.PackageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the packages of a snapshot from those of the one before: imported ones first. */
final class NextSnapshot {
  private final Program next;
  private final Map<PackageId, Optional<PackageScope>> before;
  private final Set<String> changed;
  private final Map<PackageId, Optional<PackageScope>> made = new HashMap<>();

  /** What is being made. */
  private final Set<PackageId> open = new HashSet<>();

  private final Map<PackageId, ChangedNames> changes = new HashMap<>();
  private final List<PackageScope> shared = new ArrayList<>();
  private final List<PackageScope> replaced = new ArrayList<>();

  /**
   * @param changed the paths of packages whose files or imports are others now
   */
  NextSnapshot(Program next, Map<PackageId, Optional<PackageScope>> before, Set<String> changed) {
    this.next = next;
    // Not a copy: whoever reads the snapshot before goes on to load packages.
    this.before = before;
    this.changed = changed;
  }

  /** Makes all packages that were there, or were looked for. */
  void fill() {
    next.succeed(this);
    before.keySet().forEach(this::scope);
    made.forEach(next::put);
    next.succeed(null);
    // Only now: until here, whoever reads the snapshot before must not come to an unfinished one.
    shared.forEach(scope -> scope.moveTo(next));
    replaced.forEach(PackageScope::forget);
  }

  /** {@return a package of the next snapshot; empty where it is being made} */
  Optional<PackageScope> scope(PackageId id) {
    var known = made.get(id);
    if (known == null) {
      if (!open.add(id)) {
        return Optional.empty();
      }
      known = make(id);
      made.put(id, known);
      open.remove(id);
    }
    return known;
  }

  private Optional<PackageScope> make(PackageId id) {
    var old = before.getOrDefault(id, Optional.empty());
    if (before.containsKey(id) && !changed.contains(id.path())) {
      return old.map(this::next);
    }
    var input = next.load(id);
    if (input.isEmpty() && old.isEmpty()) {
      return Optional.empty();
    }
    changes.put(id, ChangedNames.EVERYTHING);
    return input.map(files -> next(id, files, old));
  }

  private PackageScope next(PackageScope old) {
    boolean quiet = true;
    for (var file : old.files()) {
      for (var each : file.imports) {
        quiet &= changesOf(each.symbol().imported()).isEmpty();
      }
    }
    if (quiet || old.stays(this::changesOf)) {
      shared.add(old);
      return old;
    }
    return next(old.id(), old.isSettled() ? reloaded(old) : old.input(), Optional.of(old));
  }

  private PackageInput reloaded(PackageScope old) {
    return next.load(old.id()).orElseGet(old::input);
  }

  private PackageScope next(PackageId id, PackageInput input, Optional<PackageScope> old) {
    var scope = new PackageScope(next, id, input, old, this::changesOf);
    changes.put(id, scope.changes());
    old.ifPresent(replaced::add);
    return scope;
  }

  /** What changed in a package, which is made for that if anybody has asked for it before. */
  private ChangedNames changesOf(PackageId id) {
    if (open.contains(id)) {
      // What it imports itself now has imported it before, and does so no longer.
      return ChangedNames.EVERYTHING;
    }
    if (before.containsKey(id)) {
      scope(id);
    } else if (changed.contains(id.path())) {
      changes.put(id, ChangedNames.EVERYTHING);
    }
    return changes.getOrDefault(id, ChangedNames.NONE);
  }
}
