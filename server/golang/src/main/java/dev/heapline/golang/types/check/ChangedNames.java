package dev.heapline.golang.types.check;

import java.util.Set;

/**
 * What of a package's declarations may mean something else than in the version before.
 *
 * @param everything whether nothing is known of the version before
 * @param names otherwise, the names; a method counts as its receiver's type
 */
record ChangedNames(boolean everything, Set<String> names) {
  static final ChangedNames NONE = new ChangedNames(false, Set.of());
  static final ChangedNames EVERYTHING = new ChangedNames(true, Set.of());

  boolean isEmpty() {
    return !everything && names.isEmpty();
  }
}
