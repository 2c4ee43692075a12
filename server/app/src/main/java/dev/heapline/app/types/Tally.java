package dev.heapline.app.types;

import dev.heapline.golang.types.check.CheckedPackage;

/** What checking came to, of all packages together. */
final class Tally {
  private long packages;
  private long files;
  private long lines;
  private long errors;

  void add(CheckedPackage checked) {
    packages++;
    for (var file : checked.files()) {
      files++;
      lines += file.tree().source().lines().count();
    }
  }

  void addError() {
    errors++;
  }

  /** {@return whether nothing was wrong} */
  boolean isSound() {
    return errors == 0;
  }

  String text(double seconds) {
    return "%d packages, %d files, %d lines, %d errors; %.2f s"
        .formatted(packages, files, lines, errors, seconds);
  }
}
