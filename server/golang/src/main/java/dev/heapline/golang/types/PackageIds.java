package dev.heapline.golang.types;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The identities of packages: one table for all snapshots of a session. */
public final class PackageIds {
  private final ConcurrentMap<String, PackageId> packages = new ConcurrentHashMap<>();

  /** Makes a table that knows {@code unsafe} alone. */
  public PackageIds() {
    packages.put(PackageId.UNSAFE.path(), PackageId.UNSAFE);
  }

  /** {@return the identity of the package with that path} */
  public PackageId of(String path) {
    return packages.computeIfAbsent(path, PackageId::new);
  }
}
