package dev.heapline.golang.types.check;

import java.util.Optional;

/** Where packages come from: a snapshot, in which imports have no cycle. */
@FunctionalInterface
public interface PackageSource {
  /** {@return the package with that path; asked once for each, perhaps from several threads} */
  Optional<PackageInput> load(String path);
}
