package dev.heapline.golang.types.check;

import dev.heapline.golang.types.PackageId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names beyond its own that a declaration looked up, found or not.
 *
 * <p>Whatever the checker learns of other declarations begins with such a name and goes on to what
 * that name's declaration mentions in turn. So these names, followed from declaration to
 * declaration, are all that a change can come through.
 */
final class Consulted {
  /** Names of the package itself, of its imports, of dotted imports, or of the universe. */
  private Set<String> own = Set.of();

  private Map<PackageId, Set<String>> others = Map.of();

  /** Remembers a name that no block of the declaration declares. */
  void add(String name) {
    if (own.isEmpty()) {
      own = new HashSet<>(8);
    }
    own.add(name);
  }

  /** Remembers a name that was looked for in another package. */
  void add(PackageId id, String name) {
    if (others.isEmpty()) {
      others = new HashMap<>(4);
    }
    others.computeIfAbsent(id, _ -> new HashSet<>(4)).add(name);
  }

  /** {@return whether one of some names was looked up without a package before it} */
  boolean meetsOwn(Collection<String> names) {
    return intersect(own, names);
  }

  /** {@return whether something in another package was looked up that changed} */
  boolean meetsOthers(ChangesByPackage changes) {
    for (var other : others.entrySet()) {
      var changed = changes.of(other.getKey());
      if (changed.everything() || intersect(other.getValue(), changed.names())) {
        return true;
      }
    }
    return false;
  }

  private static boolean intersect(Set<String> names, Collection<String> wanted) {
    if (wanted.size() > names.size() && wanted instanceof Set<?>) {
      return names.stream().anyMatch(wanted::contains);
    }
    return wanted.stream().anyMatch(names::contains);
  }
}
