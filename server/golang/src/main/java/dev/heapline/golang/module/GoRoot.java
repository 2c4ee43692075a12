package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of a Go toolchain: its standard library stands in {@code src}.
 *
 * @param folder the folder
 * @param toolchain its name, as {@code go1.27.3}
 * @param version the version that the name says
 */
public record GoRoot(String folder, String toolchain, GoVersion version) {
  private static final Pattern DEVELOPMENT = Pattern.compile("\\nconst Version = ([0-9]+)\\n");

  /** {@return the toolchain in a folder; nothing where there is none} */
  public static Optional<GoRoot> in(FileTree tree, String folder) {
    if (!tree.isFolder(Paths.join(folder, "src/runtime"))) {
      return Optional.empty();
    }
    return named(tree, folder)
        .or(() -> development(tree, folder))
        .flatMap(
            name -> GoVersion.ofToolchain(name).map(version -> new GoRoot(folder, name, version)));
  }

  /** The first line of VERSION, which releases have. */
  private static Optional<String> named(FileTree tree, String folder) {
    return tree.read(Paths.join(folder, "VERSION"))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse(""))
        .map(String::strip)
        .filter(name -> name.startsWith("go"));
  }

  private static Optional<String> development(FileTree tree, String folder) {
    return tree.read(Paths.join(folder, "src/internal/goversion/goversion.go"))
        .map(bytes -> DEVELOPMENT.matcher(new String(bytes, StandardCharsets.UTF_8)))
        .flatMap(found -> found.find() ? Optional.of("go1." + found.group(1)) : Optional.empty());
  }

  /**
   * {@return the first toolchain among: {@code GOROOT}, the {@code go} command on the path, the
   * given folders}
   *
   * @param others where else to look, as {@code /usr/local/go}
   */
  public static Optional<GoRoot> find(
      FileTree tree, GoEnvironment environment, List<String> others) {
    String chosen = environment.get("GOROOT");
    if (!chosen.isEmpty()) {
      return in(tree, Paths.of(chosen));
    }
    var folders = new ArrayList<String>();
    String command = environment.host().os().equals("windows") ? "go.exe" : "go";
    for (String folder : environment.path()) {
      String file = Paths.join(folder, command);
      if (tree.isFile(file)) {
        // bin/go, or a link to it as distributions have it.
        folders.add(Paths.parent(Paths.parent(tree.real(file))));
      }
    }
    folders.addAll(others);
    return folders.stream().flatMap(folder -> in(tree, folder).stream()).findFirst();
  }

  /** {@return the folder of the standard library's source} */
  public String source() {
    return Paths.join(folder, "src");
  }

  /** {@return the folder of a package of the standard library, or one vendored into it} */
  public String folderOf(String importPath) {
    return Paths.join(source(), importPath);
  }
}
