package dev.heapline.golang.types.check;

import dev.heapline.golang.types.PackageId;

/** What changed in each package from one snapshot to the next. */
@FunctionalInterface
interface ChangesByPackage {
  /** {@return what changed in a package; nothing in one that both snapshots share} */
  ChangedNames of(PackageId id);
}
