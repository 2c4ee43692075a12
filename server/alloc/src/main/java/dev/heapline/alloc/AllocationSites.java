package dev.heapline.alloc;

import dev.heapline.alloc.flow.Summaries;
import dev.heapline.alloc.flow.Verdicts;
import dev.heapline.alloc.scope.PackageScope;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Target;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.GoFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The allocation sites of one package.
 *
 * <p>What the files of the package declare is looked up across all of them, whichever file is asked
 * about, and only once. Safe for use by several threads; they are answered one after the other.
 */
public final class AllocationSites {
  private final PackageScope scope;
  private final Verdicts verdicts;

  private AllocationSites(List<GoFile> packageFiles, Target target) {
    this.scope = new PackageScope(packageFiles);
    this.verdicts = new Verdicts(new Summaries(new Types(target)));
  }

  /**
   * {@return the analysis of a package}
   *
   * @param packageFiles the files that are built together: those of one folder and one package
   *     clause that the build constraints let in
   */
  public static AllocationSites of(List<GoFile> packageFiles, Target target) {
    return new AllocationSites(packageFiles, target);
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
   * {@return the sites of one file of the package, by their start; none for a file that is not one
   * of those that the analysis was made of}
   */
  public synchronized List<AllocationSite> in(GoFile file) {
    List<AllocationSite> sites = new ArrayList<>();
    for (Unit unit : scope.units(file)) {
      sites.addAll(verdicts.of(unit));
    }
    return List.copyOf(sites);
  }
}
