package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The calls of a package: those of each top-level declaration.
 *
 * @param declarations in the order of the source
 */
public record PackageCalls(List<Entry> declarations) {
  /**
   * The calls of one declaration.
   *
   * @param facts those from which they were found: as long as these are the same, so are the calls
   */
  public record Entry(Facts facts, DeclarationCalls calls) {}

  /** {@return the calls of a package} */
  public static PackageCalls of(World world, CheckedPackage checked) {
    return next(world, checked, new PackageCalls(List.of()));
  }

  /**
   * {@return the calls of the next version of a package}
   *
   * @param before those of the version before, which are kept where the facts are the same
   */
  public static PackageCalls next(World world, CheckedPackage checked, PackageCalls before) {
    var known = new IdentityHashMap<Facts, Entry>();
    before.declarations.forEach(each -> known.put(each.facts, each));
    var found = new ArrayList<Entry>();
    for (var file : checked.files()) {
      for (int i = 0; i < file.facts().size(); i++) {
        var facts = file.facts().get(i);
        var entry = known.get(facts);
        if (entry == null) {
          var declaration = file.tree().declarations().get(i).tree().declaration();
          entry = new Entry(facts, DeclarationCalls.of(world, declaration, facts));
        }
        found.add(entry);
      }
    }
    return new PackageCalls(List.copyOf(found));
  }
}
