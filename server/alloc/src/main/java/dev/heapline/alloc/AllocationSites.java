package dev.heapline.alloc;

import dev.heapline.golang.syntax.GoFile;
import java.util.List;

/**
 * The allocation sites of one package.
 *
 * <p>What the files of the package declare is looked up across all of them, whichever file is asked
 * about. Immutable and safe for use by several threads once made.
 */
public final class AllocationSites {
  private AllocationSites() {}

  /**
   * {@return the analysis of a package}
   *
   * @param packageFiles the files that are built together: those of one folder and one package
   *     clause that the build constraints let in
   */
  public static AllocationSites of(List<GoFile> packageFiles, Target target) {
    return new AllocationSites();
  }

  /**
   * {@return the sites of one file, by their start}
   *
   * @param packageFiles the files that are built together, {@code file} among them
   */
  public static List<AllocationSite> of(List<GoFile> packageFiles, GoFile file, Target target) {
    return of(packageFiles, target).in(file);
  }

  /**
   * {@return the sites of one file of the package, by their start}
   *
   * @param file one of the files that the analysis was made of
   */
  public List<AllocationSite> in(GoFile file) {
    return List.of();
  }
}
