package dev.heapline.golang.layout;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.load.GoFiles;
import dev.heapline.golang.load.PackageChecks;
import dev.heapline.golang.load.PackageLoader;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.packages.DiskTree;
import dev.heapline.golang.packages.PackageUnits;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Program;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The struct types that stand in the source of Go's own packages, on linux/amd64 without cgo. */
final class StructsOfGo {
  private final GoBuild build;
  private final Program program;
  private final List<String> paths;
  private final PackageLoader loader;

  /**
   * A struct type in the source.
   *
   * @param path of the package
   * @param source the file
   * @param start of the type, in bytes from the file's start
   * @param end of it
   */
  record Place(String path, SourceFile source, int start, int end) {
    /** {@return the place as {@code typefacts} prints it} */
    String extent() {
      return "%s:%d:%d-%d:%d"
          .formatted(
              Path.of(source.path()).getFileName(),
              source.lines().line(start),
              source.lines().column(start),
              source.lines().line(end),
              source.lines().column(end));
    }

    /** {@return file, line and column} */
    String position() {
      return "%s:%d:%d"
          .formatted(source.path(), source.lines().line(start), source.lines().column(start));
    }
  }

  StructsOfGo(Path folder, List<String> patterns) {
    var tree = new DiskTree();
    var process = GoToolchain.get().go(folder).environment();
    process.put("GOROOT", GoToolchain.get().goroot().toString());
    process.put("GOTOOLCHAIN", "local");
    process.put("CGO_ENABLED", "0");
    process.put("GOOS", "linux");
    process.put("GOARCH", "amd64");
    var environment = GoEnvironment.of(tree, process, Platform.ofThisMachine());
    this.build = GoBuild.of(tree, environment, List.of(), folder.toString());
    this.paths = build.finder().match(patterns, folder.toString());
    var units = PackageUnits.of(build.finder(), paths, false).units();
    this.loader = PackageLoader.of(build.finder(), GoFiles.unkept(tree), units);
    this.program = new Program(new PackageIds(), loader, build.sizes().orElseThrow());
  }

  List<String> paths() {
    return paths;
  }

  Program program() {
    return program;
  }

  /** Tells of each struct type, package by package. */
  void forEach(BiConsumer<Place, Struct> action) throws InterruptedException {
    var wanted = new ArrayList<>(paths);
    var units =
        PackageUnits.of(build.finder(), paths, false).units().stream()
            .filter(unit -> wanted.contains(unit.identity()))
            .toList();
    PackageChecks.run(program, units, 2, checked -> tell(checked, action));
  }

  private static void tell(CheckedPackage checked, BiConsumer<Place, Struct> action) {
    for (var file : checked.files()) {
      for (int i = 0; i < file.facts().size(); i++) {
        var facts = file.facts().get(i);
        var declared = file.tree().declarations().get(i);
        var open = new ArrayDeque<Node>(List.of(declared.tree().declaration()));
        while (!open.isEmpty()) {
          var node = open.pop();
          Children.forEach(node, open::push);
          if (node instanceof Expression.StructType expression
              && facts.isKnown(expression)
              && facts.type(expression) instanceof Struct struct) {
            var place =
                new Place(
                    checked.id().importPath(),
                    file.tree().source(),
                    declared.offset() + node.start(),
                    declared.offset() + node.end());
            action.accept(place, struct);
          }
        }
      }
    }
  }
}
