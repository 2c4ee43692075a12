package dev.heapline.gotool;

import dev.heapline.gotool.fact.Circumstances;
import dev.heapline.gotool.fact.LastFacts;
import dev.heapline.gotool.fact.PackageFacts;
import dev.heapline.gotool.fact.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the go command answered.
 *
 * @param circumstances what was compiled for, and with which compiler
 * @param packages in the order of the go command, tests last
 * @param profiles the {@code default.pgo} of main packages that were asked for and not used: a
 *     build of these packages inlines more
 */
public record Answer(Circumstances circumstances, List<Outcome> packages, List<Path> profiles) {
  /** The lists are copied. */
  public Answer {
    packages = List.copyOf(packages);
    profiles = List.copyOf(profiles);
  }

  /** What became of one package. */
  public sealed interface Outcome {
    /** {@return the import path, with the test that it is built for} */
    String importPath();
  }

  /**
   * It builds.
   *
   * @param facts what the compiler decided
   */
  public record Decided(PackageFacts facts) implements Outcome {
    @Override
    public String importPath() {
      return facts.importPath();
    }
  }

  /**
   * It does not build.
   *
   * @param errors why, at least one
   * @param last facts from when it last built, of what did not change since; to be shown as stale
   */
  public record DoesNotBuild(String importPath, List<BuildError> errors, Optional<LastFacts> last)
      implements Outcome {
    /** The list is copied. */
    public DoesNotBuild {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Why a package does not build.
   *
   * @param at where, if the compiler says
   * @param message one line
   */
  public record BuildError(Optional<Place> at, String message) {}

  /** {@return the facts of all packages that build} */
  public List<PackageFacts> facts() {
    return packages.stream()
        .flatMap(each -> each instanceof Decided(var facts) ? Stream.of(facts) : Stream.empty())
        .toList();
  }
}
