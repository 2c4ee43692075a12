package dev.heapline.linecost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.profile.ProfileLoader;
import dev.heapline.linecost.profile.ProfileOutcome;
import dev.heapline.linecost.session.Session;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/** The example service of this repository, and sessions on it. */
public final class Example {
  /** An hour after the profiles of the example were captured or so: ages do not change. */
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z"));

  private Example() {}

  /** {@return the folder of the example} */
  public static Path folder() {
    return repository().resolve("examples/leaky");
  }

  private static Path repository() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("server/go.version"))) {
        return folder;
      }
    }
    throw new AssertionError("no repository above " + Path.of("").toAbsolutePath());
  }

  /** {@return a new session on a folder} */
  public static Session session(Path folder) {
    var sources = Sources.ofDisk();
    return new Session(Workspace.of(List.of(folder), sources), Settings.DEFAULT, sources, CLOCK);
  }

  /** {@return a profile that must load} */
  public static LoadedProfile load(Session session, Path file) {
    var outcome = new ProfileLoader(session.snapshot().workspace(), Sources.ofDisk()).load(file);
    return switch (outcome) {
      case ProfileOutcome.Loaded(LoadedProfile profile) -> profile;
      case ProfileOutcome.Rejected(String _, String message) -> throw new AssertionError(message);
    };
  }

  /** {@return the message with which a profile must be rejected} */
  public static String rejection(Session session, Path file) {
    var outcome = new ProfileLoader(session.snapshot().workspace(), Sources.ofDisk()).load(file);
    assertThat(outcome).isInstanceOf(ProfileOutcome.Rejected.class);
    return ((ProfileOutcome.Rejected) outcome).message();
  }

  /** {@return the 1-based line of a file of the example that contains a text, and the only one} */
  public static int line(Path file, String text) {
    try {
      var lines = Files.readAllLines(file);
      var found =
          IntStream.range(0, lines.size())
              .filter(index -> lines.get(index).contains(text))
              .toArray();
      assertThat(found).as("%s in %s", text, file).hasSize(1);
      return found[0] + 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the file of the example} */
  public static Path file(String name) {
    return folder().resolve(name);
  }
}
