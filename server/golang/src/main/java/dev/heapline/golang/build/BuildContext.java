package dev.heapline.golang.build;

import dev.heapline.golang.module.BuildFlags;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.source.FileTree;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What files are chosen for: an operating system, an architecture, a release of Go, build tags. */
public final class BuildContext {
  /** The newest release that is known here, which counts where there is no toolchain. */
  public static final int NEWEST_RELEASE = 27;

  private final Platform platform;
  private final Cgo cgo;
  private final Feature feature;
  private final int release;
  private final BuildFlags flags;
  private final Set<String> tags;

  private BuildContext(
      Platform platform,
      Cgo cgo,
      Feature feature,
      int release,
      BuildFlags flags,
      Collection<String> experiments) {
    this.platform = platform;
    this.cgo = cgo;
    this.feature = feature;
    this.release = release;
    this.flags = flags;
    this.tags = tags(experiments);
  }

  /** {@return what a build with these settings, flags and toolchain is for} */
  public static BuildContext of(
      FileTree tree, GoEnvironment environment, BuildFlags flags, Optional<GoRoot> root) {
    var platform = environment.target();
    return new BuildContext(
        platform,
        Cgo.of(tree, environment),
        Feature.of(environment, platform.architecture()),
        release(root),
        flags,
        Experiments.enabled(
            tree, root, platform.os(), platform.architecture(), environment.get("GOEXPERIMENT")));
  }

  /**
   * {@return what a plain build for a platform is for, where nothing else is known: no flags, no
   * experiments, cgo where it works}
   */
  public static BuildContext of(Platform platform) {
    return new BuildContext(
        platform,
        Cgo.of(platform),
        Feature.of(platform.architecture()),
        NEWEST_RELEASE,
        BuildFlags.NONE,
        List.of());
  }

  private Set<String> tags(Collection<String> experiments) {
    var all = new HashSet<>(flags.tags());
    all.addAll(List.of(platform.os(), platform.architecture(), "gc"));
    switch (platform.os()) {
      case "android" -> all.add("linux");
      case "illumos" -> all.add("solaris");
      case "ios" -> all.add("darwin");
      default -> {}
    }
    addIf(all, TagFacts.isUnix(platform.os()), "unix");
    for (int each = 1; each <= release; each++) {
      all.add("go1." + each);
    }
    addIf(all, cgo.on(), "cgo");
    addIf(all, flags.race(), "race");
    addIf(all, flags.memorySanitizer(), "msan");
    addIf(all, flags.addressSanitizer(), "asan");
    all.addAll(feature.tags());
    experiments.forEach(experiment -> all.add("goexperiment." + experiment));
    // The old name of the experiment holds with the experiment alone, whatever -tags says.
    all.remove("boringcrypto");
    addIf(all, all.contains("goexperiment.boringcrypto"), "boringcrypto");
    return Set.copyOf(all);
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
        .orElse(NEWEST_RELEASE);
  }

  /** {@return the operating system and architecture} */
  public Platform platform() {
    return platform;
  }

  /** {@return whether files that import {@code C} are built} */
  public boolean isCgoEnabled() {
    return cgo.on();
  }

  /** {@return whether a build tag holds} */
  public boolean satisfies(String tag) {
    return tags.contains(tag);
  }

  /** {@return all build tags that hold} */
  public Set<String> tags() {
    return tags;
  }

  /** {@return the flags that were given} */
  public BuildFlags flags() {
    return flags;
  }

  /**
   * {@return whether a build takes a file, by its name and its build constraint}
   *
   * @param name the file's name, without its folder
   * @param header the file, at least up to its package clause
   */
  public FileVerdict verdict(String name, byte[] header) {
    return FileVerdict.of(name, header, this);
  }

  /**
   * {@return what makes a build tag hold or not, in a few words that may follow “and” or “but”:
   * {@code GOOS is linux}}
   */
  public String fact(String tag) {
    boolean holds = satisfies(tag);
    String state = holds ? "on" : "off";
    // What -tags names counts, whatever it would be otherwise.
    if (flags.tags().contains(tag) && !tag.equals("boringcrypto")) {
      return "-tags names " + tag;
    }
    if (TagFacts.isSystem(tag) || tag.equals("unix")) {
      return "GOOS is " + platform.os();
    }
    if (TagFacts.isArchitecture(tag)) {
      return "GOARCH is " + platform.architecture();
    }
    if (tag.startsWith("go1.") && TagFacts.release(tag) > 0) {
      return "the toolchain is Go 1." + release;
    }
    if (tag.startsWith("goexperiment.")) {
      return "the experiment " + tag.substring("goexperiment.".length()) + " is " + state;
    }
    var architecture = TagFacts.featureOf(tag);
    if (architecture.isPresent()) {
      boolean other =
          feature.value().isEmpty() || !architecture.get().equals(platform.architecture());
      return other
          ? "GOARCH is " + platform.architecture()
          : feature.variable() + " is " + feature.value();
    }
    return switch (tag) {
      case "cgo" -> cgo.fact();
      case "race", "msan", "asan" -> "-" + tag + " is " + state;
      case "gc", "gccgo" -> "the compiler is gc";
      case "boringcrypto" -> "the experiment boringcrypto is " + state;
      default -> "-tags does not name " + tag;
    };
  }
}
