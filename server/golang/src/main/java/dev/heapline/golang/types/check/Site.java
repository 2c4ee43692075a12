package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.TopLevel;

/**
 * Where something is declared.
 *
 * @param index the place of its top-level declaration in its file
 */
record Site(PackageScope scope, FileScope file, int index) {
  TopLevel topLevel() {
    return file.tree.declarations().get(index);
  }

  Facts facts() {
    return file.facts[index];
  }

  Checker checker() {
    return new Checker(this);
  }
}
