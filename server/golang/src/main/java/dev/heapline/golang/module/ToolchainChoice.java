package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.Optional;

/**
 * Which toolchain the go command would switch to, given the one that is installed.
 *
 * @param root the toolchain to use: the wanted one, or, where that is not there, the installed one
 * @param wanted the name of the toolchain that is wanted
 * @param problem what to tell the person where the wanted one is missing
 * @see <a href="https://go.dev/doc/toolchain#select">toolchain selection</a>
 */
public record ToolchainChoice(GoRoot root, String wanted, Optional<String> problem) {
  /**
   * {@return the choice for a module or workspace}
   *
   * @param installed the toolchain that the go command at hand belongs to
   * @param go the version in the {@code go} line, where there is a file and a line
   * @param toolchain the name in the {@code toolchain} line, where there is one
   */
  public static ToolchainChoice of(
      FileTree tree,
      GoEnvironment environment,
      GoRoot installed,
      Optional<String> go,
      Optional<String> toolchain) {
    String wanted = wanted(environment, installed, go, toolchain);
    if (wanted.equals(installed.toolchain())) {
      return new ToolchainChoice(installed, wanted, Optional.empty());
    }
    return environment
        .moduleCache()
        .map(cache -> Paths.join(cache, folderName(wanted, environment.host())))
        .flatMap(folder -> GoRoot.in(tree, folder))
        .map(root -> new ToolchainChoice(root, wanted, Optional.empty()))
        .orElseGet(
            () -> new ToolchainChoice(installed, wanted, Optional.of(missing(installed, wanted))));
  }

  private static String folderName(String toolchain, Platform host) {
    return "golang.org/toolchain@v0.0.1-%s.%s-%s"
        .formatted(toolchain, host.os(), host.architecture());
  }

  private static String missing(GoRoot installed, String wanted) {
    return "%s is wanted and not in the module cache, %s is used; to fetch it, run: go version"
        .formatted(wanted, installed.toolchain());
  }

  private static String wanted(
      GoEnvironment environment,
      GoRoot installed,
      Optional<String> go,
      Optional<String> toolchain) {
    String setting = environment.get("GOTOOLCHAIN", "auto");
    int plus = setting.indexOf('+');
    boolean bare = setting.equals("auto") || setting.equals("path");
    String least = plus < 0 ? setting : setting.substring(0, plus);
    String wanted = bare || least.equals("local") ? installed.toolchain() : least;
    if (!bare && plus < 0) {
      return wanted;
    }
    if (toolchain.filter("default"::equals).isPresent()) {
      return wanted;
    }
    var version = GoVersion.ofToolchain(wanted);
    var named = toolchain.flatMap(GoVersion::ofToolchain);
    if (named.isPresent() && isNewer(named, version)) {
      wanted = toolchain.orElseThrow();
      version = named;
    }
    var line = go.flatMap(GoVersion::parse);
    if (line.isPresent() && isNewer(line, version)) {
      // Since 1.21 a language version is no release: its first one is .0.
      String first =
          line.get().isLanguage() && GoVersion.isAtLeast(go.orElseThrow(), "1.21") ? ".0" : "";
      wanted = "go" + go.orElseThrow() + first;
    }
    return wanted;
  }

  private static boolean isNewer(Optional<GoVersion> version, Optional<GoVersion> than) {
    return than.isEmpty() || version.orElseThrow().compareTo(than.get()) > 0;
  }
}
