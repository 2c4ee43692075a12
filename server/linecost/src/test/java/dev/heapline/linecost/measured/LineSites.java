package dev.heapline.linecost.measured;

import dev.heapline.alloc.find.GoRelease;
import dev.heapline.alloc.find.MovedParameters;
import dev.heapline.alloc.find.Site;
import dev.heapline.alloc.find.SiteFinder;
import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.load.GoFiles;
import dev.heapline.golang.load.PackageChecks;
import dev.heapline.golang.load.PackageLoader;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.packages.PackageUnits;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Program;
import dev.heapline.linecost.source.DiskTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Our sites of packages, their tests and all that they import, by the line that is charged. */
final class LineSites {
  private final Map<String, Map<Integer, List<Site>>> files = new HashMap<>();

  /** {@return the sites on a line} */
  List<Site> on(String file, int line) {
    return files.getOrDefault(file, Map.of()).getOrDefault(line, List.of());
  }

  /**
   * {@return the file of a package that has sites on a line which explain sizes; the given one
   * where there is none}
   */
  String withLine(
      String file, int line, Set<Long> objects, BiPredicate<List<Site>, Long> explains) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    return files.keySet().stream()
        .filter(each -> each.startsWith(folder) && each.indexOf('/', folder.length()) < 0)
        .filter(each -> objects.stream().allMatch(size -> explains.test(on(each, line), size)))
        .findFirst()
        .orElse(file);
  }

  /** {@return whether a file was looked at} */
  boolean knows(String file) {
    return files.containsKey(file);
  }

  static LineSites of(List<String> importPaths, Path folder) throws InterruptedException {
    var sites = new LineSites();
    var tree = DiskTree.ofThisMachine();
    var process = GoToolchain.get().go(folder).environment();
    process.put("GOROOT", GoToolchain.get().goroot().toString());
    process.put("GOTOOLCHAIN", "local");
    process.put("CGO_ENABLED", "0");
    var environment = GoEnvironment.of(tree, process, Platform.ofThisMachine());
    var build = GoBuild.of(tree, environment, List.of(), folder.toString());
    for (String path : importPaths) {
      var units = PackageUnits.of(build.finder(), List.of(path), true).units();
      var moved = new MovedParameters();
      var program =
          new Program(
              new PackageIds(),
              PackageLoader.of(build.finder(), GoFiles.unkept(tree), units),
              build.sizes().orElse(Sizes.WORD_64));
      PackageChecks.run(program, units, 2, checked -> sites.add(program, checked, moved));
    }
    return sites;
  }

  private void add(Program program, CheckedPackage checked, MovedParameters moved) {
    var finder = new SiteFinder(program, GoRelease.NEWEST, checked, moved);
    for (var file : checked.files()) {
      var source = file.tree().source();
      var lines = new TreeMap<Integer, List<Site>>();
      for (int i = 0; i < file.facts().size(); i++) {
        int offset = file.tree().declarations().get(i).offset();
        for (var site : finder.of(file, i)) {
          lines
              .computeIfAbsent(
                  source.lines().line(offset + site.charged()), _ -> new ArrayList<>(1))
              .add(site);
        }
      }
      // Functions are looked at even so: calls of them may be inlined.
      files.putIfAbsent(source.path(), lines);
    }
  }
}
