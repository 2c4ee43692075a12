package dev.heapline.linecost.measured;

import dev.heapline.alloc.find.GoRelease;
import dev.heapline.alloc.find.MovedParameters;
import dev.heapline.alloc.find.SiteFinder;
import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.load.GoFiles;
import dev.heapline.golang.load.PackageChecks;
import dev.heapline.golang.load.PackageLoader;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.packages.PackageUnits;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.Program;
import dev.heapline.linecost.source.DiskTree;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program that finds all sites of packages and says how long it took; arguments are patterns. The
 * environment is that of the go command, which is told apart by {@code GOROOT} and {@code
 * GOTOOLCHAIN}.
 */
final class SitesOfPackages {
  private static final int THREADS = 2;

  private SitesOfPackages() {}

  public static void main(String[] patterns) throws InterruptedException {
    long start = System.nanoTime();
    var tree = DiskTree.ofThisMachine();
    var environment =
        GoEnvironment.of(tree, new HashMap<>(System.getenv()), Platform.ofThisMachine());
    String folder = System.getProperty("user.dir");
    var build = GoBuild.of(tree, environment, List.of(), folder);
    var paths = build.finder().match(List.of(patterns), folder);
    var units = PackageUnits.of(build.finder(), paths, false).units();
    var program =
        new Program(
            new PackageIds(),
            PackageLoader.of(build.finder(), GoFiles.unkept(tree), units),
            build.sizes().orElse(Sizes.WORD_64));
    var moved = new MovedParameters();
    var sites = new AtomicLong();
    var nanos = new AtomicLong();
    PackageChecks.run(
        program,
        units,
        THREADS,
        checked -> {
          long before = System.nanoTime();
          var finder = new SiteFinder(program, GoRelease.NEWEST, checked, moved);
          for (var file : checked.files()) {
            for (int i = 0; i < file.facts().size(); i++) {
              sites.addAndGet(finder.of(file, i).size());
            }
          }
          nanos.addAndGet(System.nanoTime() - before);
        });
    System.out.printf(
        "%d packages, %d sites; %.2f s, of which sites %.2f s%n",
        units.size(), sites.get(), (System.nanoTime() - start) / 1e9, nanos.get() / 1e9);
  }
}
