package dev.heapline.gotool.command;

import dev.heapline.gotool.fact.Circumstances;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What packages are built for. Where it is silent, the user's {@code GOFLAGS} and environment hold.
 *
 * @param goos target operating system
 * @param goarch target architecture
 * @param tags build tags
 * @param race for the race detector
 * @param cover with coverage counters
 * @param compilerFlags {@code -N} and {@code -l} where they are wanted
 * @param profile a profile to guide inlining, as the {@code default.pgo} of a main package. Without
 *     one nothing is guided, also not main packages that have one: every package has one set of
 *     facts
 */
public record BuildSettings(
    Optional<String> goos,
    Optional<String> goarch,
    List<String> tags,
    boolean race,
    boolean cover,
    List<String> compilerFlags,
    Optional<Path> profile) {
  /** As the user builds without any flags. */
  public static final BuildSettings PLAIN =
      new BuildSettings(
          Optional.empty(), Optional.empty(), List.of(), false, false, List.of(), Optional.empty());

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.]+");
  private static final Pattern COMPILER_FLAG = Pattern.compile("-N|-l(=\\d)?");

  /**
   * The lists are copied.
   *
   * @throws IllegalArgumentException if a name or tag could be taken for something else, or a
   *     compiler flag is not one of {@code -N}, {@code -l}
   */
  public BuildSettings {
    tags = List.copyOf(tags);
    compilerFlags = List.copyOf(compilerFlags);
    Stream.of(goos.stream(), goarch.stream(), tags.stream())
        .flatMap(names -> names)
        .filter(name -> !WORD.matcher(name).matches())
        .forEach(BuildSettings::refuse);
    compilerFlags.stream()
        .filter(flag -> !COMPILER_FLAG.matcher(flag).matches())
        .forEach(BuildSettings::refuse);
  }

  private static void refuse(String name) {
    throw new IllegalArgumentException("expected a build tag, target or -N or -l, found " + name);
  }

  /** {@return the flags of {@code go list} and {@code go build} for it} */
  List<String> flags() {
    List<String> flags = new ArrayList<>();
    if (!tags.isEmpty()) {
      flags.add("-tags=" + String.join(",", tags));
    }
    if (race) {
      flags.add("-race");
    }
    if (cover) {
      flags.add("-cover");
    }
    profile.ifPresent(path -> flags.add("-pgo=" + path.toAbsolutePath()));
    return flags;
  }

  /** {@return all flags of the compiler itself, the user's and ours} */
  List<String> compilerFlags(GoFlags user) {
    return Stream.concat(user.compilerFlags().stream(), compilerFlags.stream()).distinct().toList();
  }

  /** {@return what is in force where the user's own settings are these} */
  Circumstances circumstances(GoEnvironment environment) {
    var user = environment.flags();
    List<String> inForce = new ArrayList<>(compilerFlags(user));
    for (String flag : List.of("-race", "-msan", "-asan", "-cover")) {
      boolean set = (flag.equals("-race") && race) || (flag.equals("-cover") && cover);
      if (set || user.value(flag).filter(value -> !value.equals("false")).isPresent()) {
        inForce.add(flag);
      }
    }
    var allTags = new TreeSet<String>(tags);
    if (tags.isEmpty()) {
      user.value("-tags").ifPresent(given -> Stream.of(given.split("[, ]+")).forEach(allTags::add));
    }
    var guide =
        profile
            .map(path -> path.toAbsolutePath().toString())
            .or(() -> user.value("-pgo").filter(path -> !List.of("auto", "off").contains(path)));
    return new Circumstances(
        environment.version(),
        environment.goos(),
        environment.goarch(),
        List.copyOf(allTags),
        inForce,
        guide);
  }
}
