package dev.heapline.linecost.session;

import dev.heapline.base.Quantity;
import dev.heapline.linecost.profile.ProfilePaths;
import dev.heapline.linecost.profile.ProfiledLine;
import dev.heapline.linecost.profile.View;
import dev.heapline.linecost.text.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ways from line to line that the loaded profile knows; most expensive first, in its view. A
 * line that is gone since the profile was loaded is left out.
 */
public final class Jumps {
  private final Snapshot snapshot;
  private final View view;

  Jumps(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.view = snapshot.state().view();
  }

  /** {@return the lines of the workspace that are charged most} */
  public List<Jump> hottest(int limit) {
    // A few more than asked for, as some may be gone.
    return jumps(paths -> paths.hottest(limit + Math.min(limit, 100)).stream())
        .limit(limit)
        .toList();
  }

  /** {@return the lines of a file that are charged most} */
  public List<Jump> hottest(Path file, int limit) {
    return jumps(paths -> paths.hottest(file, Integer.MAX_VALUE).stream()).limit(limit).toList();
  }

  /**
   * {@return the lines that allocate beneath a line, its own included where it does; where nothing
   * else of the workspace does, also those outside the workspace}
   */
  public List<Jump> allocatingBeneath(Path file, int line) {
    return from(file, line, ProfilePaths::beneath);
  }

  /** {@return the lines of the workspace from which a line was reached when it allocated} */
  public List<Jump> callers(Path file, int line) {
    return from(file, line, ProfilePaths::callers);
  }

  @FunctionalInterface
  private interface Way {
    List<ProfiledLine> of(ProfilePaths paths, Path file, int line);
  }

  private List<Jump> from(Path file, int line, Way way) {
    var baseline = snapshot.measuredLines().baseline(file, line);
    return jumps(paths -> baseline.stream().flatMap(each -> way.of(paths, file, each).stream()))
        .toList();
  }

  private Stream<Jump> jumps(Function<ProfilePaths, Stream<ProfiledLine>> question) {
    return snapshot.profile().stream()
        .flatMap(profile -> question.apply(profile.paths(view)))
        .flatMap(each -> jump(each).stream());
  }

  private Optional<Jump> jump(ProfiledLine line) {
    snapshot.stopIfOutdated();
    var now = snapshot.measuredLines().current(line.path(), line.line());
    return now.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Jump(
                Place.line(line.path(), now.getAsInt()),
                title(line, now.getAsInt()),
                line.measurement()));
  }

  private String title(ProfiledLine line, int now) {
    return String.valueOf(line.path().getFileName())
        + ":"
        + now
        + " · "
        + Quantity.bytes(line.measurement().in(view).bytes())
        + " "
        + view.text();
  }
}
