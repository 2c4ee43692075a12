package dev.heapline.app;

import dev.heapline.app.check.RejectedInputException;
import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.packages.FileChoice;
import dev.heapline.golang.packages.GoPackage;
import dev.heapline.golang.packages.PackageFile;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import dev.heapline.linecost.source.DiskTree;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code heapline debug files}: which files a build takes, and why. */
@Command(
    name = "files",
    header = "Say of each file of Go packages whether a build takes it, and why.",
    description = {
      "",
      "One line a file: its name, in or out, and why, with tabs between them. Of several packages,"
          + " each begins with a line # and its path.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  heapline debug files os",
      "  heapline debug files --goos windows --goarch arm64 ./...",
      "  heapline debug files x_windows.go"
    })
final class DebugFilesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private final BuildOptions target = new BuildOptions();

  @Override
  public Integer call() throws IOException {
    String here = Path.of("").toAbsolutePath().toString();
    var tree = DiskTree.ofThisMachine();
    var builds = target.builds(tree);
    for (String path : target.paths()) {
      write(tree, builds, here, path);
    }
    return ExitCode.FINE.code();
  }

  private void write(FileTree tree, Function<String, GoBuild> builds, String here, String text)
      throws IOException {
    String path = Paths.resolve(here, text);
    if (tree.isFile(path)) {
      var found =
          packageIn(builds, Paths.parent(path)).files().stream()
              .filter(file -> file.name().equals(Paths.name(path)))
              .findFirst()
              .orElseThrow(() -> new RejectedInputException(text + ": expected a file named *.go"));
      write(found);
    } else if (tree.isFolder(path)) {
      var found = packageIn(builds, path);
      if (found.files().isEmpty()) {
        throw new RejectedInputException(text + ": no Go files");
      }
      write(found, target.paths().size() > 1);
    } else if (text.endsWith(".go")) {
      throw new NoSuchFileException(text);
    } else {
      var finder = builds.apply(here).finder();
      var matched = finder.match(List.of(text), here);
      if (matched.isEmpty()) {
        throw new RejectedInputException(text + " matched no packages");
      }
      for (String each : matched) {
        var found = finder.find(each);
        if (!found.isFound()) {
          throw new RejectedInputException(found.problems().getFirst().text());
        }
        write(found, target.paths().size() > 1 || matched.size() > 1);
      }
    }
  }

  private static GoPackage packageIn(Function<String, GoBuild> builds, String folder) {
    var finder = builds.apply(folder).finder();
    return finder.findIn(folder).orElseGet(() -> finder.findAlone(folder, List.of()));
  }

  private void write(GoPackage found, boolean titled) {
    if (titled) {
      spec.commandLine().getOut().println("# " + found.importPath());
    }
    found.files().forEach(this::write);
  }

  private void write(PackageFile file) {
    String verdict = file.choice() instanceof FileChoice.Used ? "in" : "out";
    spec.commandLine()
        .getOut()
        .println(file.name() + "\t" + verdict + "\t" + file.choice().reason());
  }
}
