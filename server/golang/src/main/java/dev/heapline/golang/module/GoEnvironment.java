package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the go command: the process environment, what {@code go env -w} wrote, and what
 * comes with the toolchain, in this order.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Environment_variables">their meaning</a>
 */
public final class GoEnvironment {
  private final Map<String, String> process;
  private final Map<String, String> written;
  private final Map<String, String> shipped;
  private final Platform host;

  private GoEnvironment(
      Map<String, String> process,
      Map<String, String> written,
      Map<String, String> shipped,
      Platform host) {
    this.process = process;
    this.written = written;
    this.shipped = shipped;
    this.host = host;
  }

  /**
   * {@return the settings of a person}
   *
   * @param process the environment, as {@link System#getenv()} has it
   * @param host the platform that the go command would run on
   */
  public static GoEnvironment of(FileTree tree, Map<String, String> process, Platform host) {
    var bare = new GoEnvironment(Map.copyOf(process), Map.of(), Map.of(), host);
    var written = bare.writtenFile().flatMap(tree::read).map(GoEnvironment::settings);
    return new GoEnvironment(bare.process, written.orElse(Map.of()), Map.of(), host);
  }

  /** {@return these settings with those that a toolchain brings, in its {@code go.env}} */
  public GoEnvironment with(FileTree tree, GoRoot root) {
    var file = tree.read(Paths.join(root.folder(), "go.env"));
    return new GoEnvironment(
        process, written, file.map(GoEnvironment::settings).orElse(Map.of()), host);
  }

  /** {@return these settings with another value for one of them, as if the process had it} */
  public GoEnvironment with(String name, String value) {
    var changed = new HashMap<>(process);
    changed.put(name, value);
    return new GoEnvironment(Map.copyOf(changed), written, shipped, host);
  }

  /** {@return the value of a setting; empty where nobody set it} */
  public String get(String name) {
    String value = process.getOrDefault(name, "");
    if (!value.isEmpty()) {
      return value;
    }
    return written.getOrDefault(name, shipped.getOrDefault(name, ""));
  }

  /** {@return the value of a setting, or what it is where nobody set it} */
  public String get(String name, String otherwise) {
    String value = get(name);
    return value.isEmpty() ? otherwise : value;
  }

  /** {@return the platform that the go command would run on} */
  public Platform host() {
    return host;
  }

  /** {@return the platform to build for} */
  public Platform target() {
    return new Platform(get("GOOS", host.os()), get("GOARCH", host.architecture()));
  }

  /** {@return the folders of {@code GOPATH}; none where there is no home folder either} */
  public List<String> goPath() {
    String value = get("GOPATH");
    if (!value.isEmpty()) {
      return folders(value);
    }
    var home = home().map(folder -> Paths.join(folder, "go"));
    // A GOROOT there must not be mistaken for the workspace of old.
    return home.filter(folder -> !folder.equals(get("GOROOT"))).stream().toList();
  }

  /** {@return the folder of the module cache; nothing where no folder can be told} */
  public Optional<String> moduleCache() {
    String value = get("GOMODCACHE");
    return value.isEmpty()
        ? goPath().stream().findFirst().map(folder -> Paths.join(folder, "pkg/mod"))
        : Optional.of(Paths.of(value));
  }

  /** {@return the words of {@code GOFLAGS}, out of their quotes} */
  public List<String> flags() {
    return BuildFlags.words(get("GOFLAGS"));
  }

  /** {@return the folders that commands are looked for in} */
  public List<String> path() {
    return folders(process.getOrDefault("PATH", process.getOrDefault("Path", "")));
  }

  private List<String> folders(String list) {
    String separator = host.os().equals("windows") ? ";" : ":";
    var folders = new ArrayList<String>();
    for (String folder : list.split(separator, -1)) {
      if (Paths.isAbsolute(folder)) {
        folders.add(Paths.of(folder));
      }
    }
    return folders;
  }

  private Optional<String> home() {
    return variable(
        switch (host.os()) {
          case "windows" -> "USERPROFILE";
          case "plan9" -> "home";
          default -> "HOME";
        });
  }

  /** The file that {@code go env -w} writes. */
  private Optional<String> writtenFile() {
    String chosen = process.getOrDefault("GOENV", "");
    if (chosen.equals("off")) {
      return Optional.empty();
    }
    if (!chosen.isEmpty()) {
      return Optional.of(chosen).filter(Paths::isAbsolute).map(Paths::of);
    }
    var folder =
        switch (host.os()) {
          case "windows" -> variable("AppData").or(() -> variable("APPDATA"));
          case "darwin", "ios" ->
              home().map(each -> Paths.join(each, "Library/Application Support"));
          case "plan9" -> home().map(each -> Paths.join(each, "lib"));
          default ->
              variable("XDG_CONFIG_HOME").or(() -> home().map(each -> Paths.join(each, ".config")));
        };
    return folder.map(each -> Paths.join(each, "go/env"));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(process.get(name)).filter(Paths::isAbsolute).map(Paths::of);
  }

  private static Map<String, String> settings(byte[] bytes) {
    var settings = new HashMap<String, String>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      int equals = line.indexOf('=');
      // Names start with a capital: comments and mistakes do not.
      if (equals > 0 && line.charAt(0) >= 'A' && line.charAt(0) <= 'Z') {
        settings.put(line.substring(0, equals), line.substring(equals + 1).stripTrailing());
      }
    }
    return Map.copyOf(settings);
  }
}
