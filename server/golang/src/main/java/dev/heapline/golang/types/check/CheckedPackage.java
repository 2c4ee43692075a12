package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.types.PackageId;
import java.util.List;

/**
 * A package and all that is known of it.
 *
 * @param files in the order in which they were given
 */
public record CheckedPackage(PackageId id, String name, List<File> files) {
  /**
   * A file.
   *
   * @param tree what was parsed
   * @param facts those of each top-level declaration, in order
   * @param errors what is wrong outside of single declarations; offsets from the start of the file
   */
  public record File(GoFile tree, List<Facts> facts, List<TypeError> errors) {}
}
