package dev.heapline.golang.flow;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.flow.behavior.BlockingAnalysis;
import dev.heapline.golang.flow.behavior.BlockingTransfer;
import dev.heapline.golang.flow.behavior.EndingAnalysis;
import dev.heapline.golang.flow.behavior.EndingTransfer;
import dev.heapline.golang.flow.program.ProgramFunctions;
import dev.heapline.golang.flow.summary.Summaries;
import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.load.GoFiles;
import dev.heapline.golang.load.PackageLoader;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.packages.DiskTree;
import dev.heapline.golang.packages.PackageUnits;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.Program;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Finds the summaries of all functions of the standard library, one package after another, for the
 * clock: by themselves, and after an edit of the program in which nothing changed.
 *
 * <p>An argument {@code types} leaves out all that comes after types, to compare with.
 */
final class SummarizeStandardLibrary {
  private SummarizeStandardLibrary() {}

  public static void main(String[] arguments) throws InterruptedException, IOException {
    boolean typesOnly = List.of(arguments).contains("types");
    var folder = Files.createTempDirectory("heapline-flow");
    Files.writeString(folder.resolve("go.mod"), "module example.com/m\n\ngo 1.27\n");
    var thread = Thread.ofPlatform().stackSize(512L << 20).unstarted(() -> run(folder, typesOnly));
    thread.start();
    thread.join();
    Files.delete(folder.resolve("go.mod"));
    Files.delete(folder);
  }

  private static void run(Path folder, boolean typesOnly) {
    var tree = new DiskTree();
    var process = GoToolchain.get().go(folder).environment();
    process.put("GOROOT", GoToolchain.get().goroot().toString());
    process.put("GOTOOLCHAIN", "local");
    process.put("CGO_ENABLED", "0");
    var environment = GoEnvironment.of(tree, process, Platform.ofThisMachine());
    var build = GoBuild.of(tree, environment, List.of(), folder.toString());
    var units =
        PackageUnits.of(
                build.finder(), build.finder().match(List.of("std"), folder.toString()), false)
            .units();
    long start = System.nanoTime();
    var loader = PackageLoader.of(build.finder(), GoFiles.of(tree), units);
    var ids = new PackageIds();
    var program = new Program(ids, loader, Sizes.of("amd64").orElseThrow());
    if (typesOnly) {
      for (var unit : units) {
        program.check(unit.identity());
        program.release(unit.identity());
      }
      print("types alone", units.size(), 0, start, program);
      return;
    }
    var functions =
        ProgramFunctions.of(program, _ -> false, List.of(EndingAnalysis.IT, BlockingAnalysis.IT));
    var endings = Summaries.of(functions.source(EndingAnalysis.IT), new EndingTransfer());
    var blocking = Summaries.of(functions.source(BlockingAnalysis.IT), new BlockingTransfer());
    int count = 0;
    for (var unit : units) {
      for (var function : functions.functions(ids.of(unit.identity()))) {
        endings.of(function);
        blocking.of(function);
        count++;
      }
    }
    print("types and summaries", units.size(), count, start, program, functions, endings, blocking);

    start = System.nanoTime();
    var nextProgram = program.next(Set.of(), loader);
    var next = functions.next(nextProgram, _ -> false);
    var nextEndings = endings.next(next.source(EndingAnalysis.IT));
    var nextBlocking = blocking.next(next.source(BlockingAnalysis.IT));
    for (var unit : units) {
      for (var function : next.functions(ids.of(unit.identity()))) {
        nextEndings.of(function);
        nextBlocking.of(function);
      }
    }
    print("the next snapshot", units.size(), count, start, next, nextEndings, nextBlocking);
  }

  private static void print(String what, int packages, int functions, long start, Object... kept) {
    double seconds = (System.nanoTime() - start) / 1e9;
    var memory = ManagementFactory.getMemoryMXBean();
    System.gc();
    System.gc();
    System.out.printf(
        "%s: %d packages, %,d functions, %.2f s; %d things keep %d MB%n",
        what,
        packages,
        functions,
        seconds,
        kept.length,
        memory.getHeapMemoryUsage().getUsed() >> 20);
  }
}
