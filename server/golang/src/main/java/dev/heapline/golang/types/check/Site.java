package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.TopLevel;

/**
 * Where something is declared.
 *
 * @param fileIndex the place of the file in its package, in every version of it
 * @param index the place of its top-level declaration in its file
 */
record Site(PackageScope scope, FileScope file, int fileIndex, int index) {
  TopLevel topLevel() {
    return file.tree.declarations().get(index);
  }

  Facts facts() {
    return file.facts(index);
  }

  Checker checker() {
    return new Checker(this, facts());
  }

  /** {@return a checker whose facts nobody keeps} */
  Checker scratchChecker() {
    return new Checker(this, file.scratch(index));
  }
}
