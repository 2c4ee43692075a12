package dev.heapline.app.types;

import dev.heapline.golang.load.GoBuild;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Packages of one build that a person asks for.
 *
 * @param packages per import path, the paths of the files that are wanted; none for all
 */
record Target(GoBuild build, SortedMap<String, TreeSet<String>> packages) {
  /** {@return the files of a package, or of its external tests, that are wanted; none for all} */
  Set<String> files(String importPath) {
    var files = packages.get(importPath);
    if (files == null && importPath.endsWith("_test")) {
      files = packages.get(importPath.substring(0, importPath.length() - "_test".length()));
    }
    return files == null ? Set.of() : files;
  }

  void add(String importPath) {
    packages.put(importPath, new TreeSet<>());
  }

  void addFile(String importPath, String file) {
    var files = packages.get(importPath);
    if (files == null) {
      packages.put(importPath, new TreeSet<>(Set.of(file)));
    } else if (!files.isEmpty()) {
      files.add(file);
    }
  }
}
