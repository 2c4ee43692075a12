package dev.heapline.golang.types.check;

import dev.heapline.golang.types.PackageId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The names beyond its own that a declaration looked up, found or not.
 *
 * <p>Whatever the checker learns of other declarations begins with such a name and goes on to what
 * that name's declaration mentions in turn. So these names, followed from declaration to
 * declaration, are all that a change can come through.
 */
final class Consulted {
  /** Names of the package itself, of its imports, of dotted imports, or of the universe. */
  private final NameSet own = new NameSet();

  /** Names in other packages; a declaration looks into few. */
  private List<Other> others = List.of();

  private record Other(PackageId id, NameSet names) {}

  /** Remembers a name that no block of the declaration declares. */
  void add(String name) {
    own.add(name);
  }

  /** Remembers a name that was looked for in another package. */
  void add(PackageId id, String name) {
    for (var other : others) {
      if (other.id.equals(id)) {
        other.names.add(name);
        return;
      }
    }
    var names = new NameSet();
    names.add(name);
    if (others.isEmpty()) {
      others = new ArrayList<>(2);
    }
    others.add(new Other(id, names));
  }

  /** {@return whether one of some names was looked up without a package before it} */
  boolean meetsOwn(Collection<String> names) {
    return own.meets(names);
  }

  /** {@return whether something in another package was looked up that changed} */
  boolean meetsOthers(ChangesByPackage changes) {
    for (var other : others) {
      var changed = changes.of(other.id);
      if (changed.everything() || other.names.meets(changed.names())) {
        return true;
      }
    }
    return false;
  }
}
