package dev.heapline.golang.packages;

import dev.heapline.golang.module.BuildFlags;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What files are chosen for: an operating system, an architecture, a release of Go, build tags. */
public final class BuildContext {
  /** Systems that satisfy {@code unix}. */
  private static final Set<String> UNIX =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "linux",
          "netbsd",
          "openbsd",
          "solaris");

  /** The release that counts where there is no toolchain. */
  private static final int RELEASE_WITHOUT_TOOLCHAIN = LanguageVersion.NEWEST;

  private final Platform platform;
  private final boolean cgo;
  private final Set<String> tags;
  private final BuildFlags flags;

  private BuildContext(Platform platform, boolean cgo, Set<String> tags, BuildFlags flags) {
    this.platform = platform;
    this.cgo = cgo;
    this.tags = tags;
    this.flags = flags;
  }

  /** {@return what a build with these settings, flags and toolchain is for} */
  public static BuildContext of(
      FileTree tree, GoEnvironment environment, BuildFlags flags, Optional<GoRoot> root) {
    var platform = environment.target();
    boolean cgo = isCgoEnabled(tree, environment, platform);
    var tags = new HashSet<>(flags.tags());
    addPlatform(tags, platform);
    addReleases(tags, release(root));
    addIf(tags, cgo, "cgo");
    addIf(tags, flags.race(), "race");
    addIf(tags, flags.memorySanitizer(), "msan");
    addIf(tags, flags.addressSanitizer(), "asan");
    tags.addAll(ArchitectureTags.of(environment, platform.architecture()));
    var experiments =
        Experiments.enabled(
            tree, root, platform.os(), platform.architecture(), environment.get("GOEXPERIMENT"));
    experiments.forEach(experiment -> tags.add("goexperiment." + experiment));
    // The old name of the experiment holds with the experiment alone, whatever -tags says.
    tags.remove("boringcrypto");
    addIf(tags, tags.contains("goexperiment.boringcrypto"), "boringcrypto");
    return new BuildContext(platform, cgo, Set.copyOf(tags), flags);
  }

  /**
   * {@return what a plain build for a platform is for, where nothing else is known: no flags, no
   * experiments, cgo where it works}
   */
  public static BuildContext of(Platform platform) {
    var tags = new HashSet<String>();
    addPlatform(tags, platform);
    addReleases(tags, RELEASE_WITHOUT_TOOLCHAIN);
    addIf(tags, platform.hasCgo(), "cgo");
    return new BuildContext(platform, platform.hasCgo(), Set.copyOf(tags), BuildFlags.NONE);
  }

  private static void addPlatform(Set<String> tags, Platform platform) {
    tags.addAll(List.of(platform.os(), platform.architecture(), "gc"));
    switch (platform.os()) {
      case "android" -> tags.add("linux");
      case "illumos" -> tags.add("solaris");
      case "ios" -> tags.add("darwin");
      default -> {}
    }
    addIf(tags, UNIX.contains(platform.os()), "unix");
  }

  private static void addReleases(Set<String> tags, int newest) {
    for (int release = 1; release <= newest; release++) {
      tags.add("go1." + release);
    }
  }

  private static void addIf(Set<String> tags, boolean condition, String tag) {
    if (condition) {
      tags.add(tag);
    }
  }

  private static int release(Optional<GoRoot> root) {
    return root.map(each -> each.version().minor())
        .filter(minor -> minor.length() < 5)
        .map(Integer::parseInt)
        .orElse(RELEASE_WITHOUT_TOOLCHAIN);
  }

  /** By default, where a build for the machine itself finds a C compiler. */
  private static boolean isCgoEnabled(FileTree tree, GoEnvironment environment, Platform platform) {
    String setting = environment.get("CGO_ENABLED");
    if (setting.equals("0") || setting.equals("1")) {
      return setting.equals("1");
    }
    if (!platform.equals(environment.host()) || !platform.hasCgo()) {
      return false;
    }
    if (!environment.get("CC").isEmpty()) {
      return true;
    }
    String compiler =
        switch (platform.os()) {
          case "darwin", "ios", "freebsd", "openbsd" -> "clang";
          case "windows" -> "gcc.exe";
          default -> "gcc";
        };
    return environment.path().stream()
        .anyMatch(folder -> tree.isFile(Paths.join(folder, compiler)));
  }

  /** {@return the operating system and architecture} */
  public Platform platform() {
    return platform;
  }

  /** {@return whether files that import {@code C} are built} */
  public boolean isCgoEnabled() {
    return cgo;
  }

  /** {@return whether a build tag holds} */
  public boolean satisfies(String tag) {
    return tags.contains(tag);
  }

  /**
   * {@return why a build leaves a file out, by its name or its build constraint; nothing if it does
   * not}
   *
   * @param name the file's name, without its folder
   * @param header the file, at least up to its package clause
   */
  public Optional<FileChoice> exclusion(String name, byte[] header) {
    return rules().ofName(name).or(() -> rules().ofHeader(header));
  }

  /** {@return all build tags that hold} */
  public Set<String> tags() {
    return tags;
  }

  /** {@return the flags that were given} */
  BuildFlags flags() {
    return flags;
  }

  /** {@return what constraints say of a file here} */
  FileRules rules() {
    return new TagRules(this::satisfies);
  }
}
