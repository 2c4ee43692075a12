package dev.heapline.golang.types.check;

import java.util.Optional;

/**
 * Where packages come from: a snapshot, in which imports have no cycle. Asked from any thread,
 * about a package once for what it declares, and once if it is checked.
 */
@FunctionalInterface
public interface PackageSource {
  /** {@return the package with that path} */
  Optional<PackageInput> load(String path);

  /**
   * {@return the same package for those who import it: its files may be {@linkplain
   * dev.heapline.golang.syntax.GoParser#outline outlines}}
   */
  default Optional<PackageInput> outline(String path) {
    return load(path);
  }
}
