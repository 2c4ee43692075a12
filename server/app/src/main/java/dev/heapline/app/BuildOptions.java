package dev.heapline.app;

import dev.heapline.golang.load.GoBuild;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.types.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A build, and the packages of it that are asked for, on the command line. */
final class BuildOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "A pattern of packages as for the go command, a folder, or a Go file; the current"
              + " directory without one.")
  private List<String> paths = List.of(".");

  @Option(
      names = "--goos",
      paramLabel = "OS",
      description = "Operating system to build for (default: GOOS, or this machine's).")
  private @Nullable String goos;

  @Option(
      names = "--goarch",
      paramLabel = "ARCH",
      description = "Architecture to build for (default: GOARCH, or this machine's).")
  private @Nullable String goarch;

  @Option(names = "--tags", paramLabel = "TAG,…", description = "Build tags that hold.")
  private @Nullable String tags;

  @Option(names = "--race", description = "As for a build with the race detector.")
  private boolean race;

  /** {@return patterns of packages, folders and Go files, as they were written} */
  List<String> paths() {
    return paths;
  }

  /** {@return from a folder to the build there} */
  Function<String, GoBuild> builds(FileTree tree) {
    var environment = environment(tree);
    return folder -> GoBuild.of(tree, environment, flags(), folder);
  }

  private GoEnvironment environment(FileTree tree) {
    var environment = GoEnvironment.of(tree, System.getenv(), Platform.ofThisMachine());
    if (goos != null) {
      environment = environment.with("GOOS", goos);
    }
    if (goarch != null) {
      if (Sizes.of(goarch).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "--goarch: expected an architecture of Go, found " + goarch);
      }
      environment = environment.with("GOARCH", goarch);
    }
    return environment;
  }

  private List<String> flags() {
    var flags = new ArrayList<String>();
    if (tags != null) {
      flags.add("-tags=" + tags);
    }
    if (race) {
      flags.add("-race");
    }
    return flags;
  }
}
