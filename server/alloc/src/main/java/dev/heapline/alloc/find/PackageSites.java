package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.TopLevel;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The sites of one version of a package, each declaration's found when it is first asked for. What
 * an edit did not touch keeps its own by reference.
 *
 * <p>Safe for use by several threads; they are answered one after the other.
 */
public final class PackageSites {
  private final GoRelease release;
  private final MovedParameters moved;
  private final SiteFinder finder;
  private final IdentityHashMap<Facts, Known> known;

  /**
   * @param tree what was walked
   * @param version of what was known of parameters
   */
  private record Known(TopLevel.Tree tree, int version, List<Site> sites) {}

  private PackageSites(
      GoRelease release,
      MovedParameters moved,
      SiteFinder finder,
      IdentityHashMap<Facts, Known> known) {
    this.release = release;
    this.moved = moved;
    this.finder = finder;
    this.known = known;
  }

  /**
   * {@return the sites of a package}
   *
   * @param world the snapshot in which it was checked
   * @param release what compiles it
   * @param moved what is known of functions of other packages, and gets to know those of this one
   */
  public static PackageSites of(
      World world, GoRelease release, CheckedPackage checked, MovedParameters moved) {
    return new PackageSites(
        release, moved, new SiteFinder(world, release, checked, moved), new IdentityHashMap<>());
  }

  /**
   * {@return the sites of the package's next version} Those of declarations whose facts are still
   * the same objects are not looked for again, unless a type that they depend on lies in memory
   * otherwise now.
   */
  public synchronized PackageSites next(World world, CheckedPackage checked) {
    var later = new SiteFinder(world, release, checked, moved);
    var kept = new IdentityHashMap<Facts, Known>();
    if (later.laysOutAs(finder)) {
      for (var file : checked.files()) {
        for (var facts : file.facts()) {
          var before = known.get(facts);
          if (before != null) {
            kept.put(facts, before);
          }
        }
      }
    }
    later.noticeChanged(kept.keySet());
    return new PackageSites(release, moved, later, kept);
  }

  /**
   * {@return the sites of a top-level declaration, by their start, the outer ones first}
   *
   * @param file a file of this version of the package
   * @param index the declaration's place in the file
   */
  @SuppressWarnings("ReferenceEquality") // Identity of trees is what is meant here.
  public synchronized List<Site> of(CheckedPackage.File file, int index) {
    var facts = file.facts().get(index);
    var tree = file.tree().declarations().get(index).tree();
    var before = known.get(facts);
    // Facts of equal declarations may be shared by trees that are not.
    if (before != null && before.tree() == tree && before.version() == moved.version()) {
      return before.sites();
    }
    var sites = finder.of(file, index);
    known.put(facts, new Known(tree, moved.version(), sites));
    return sites;
  }
}
