package dev.heapline.linecost.profile;

import dev.heapline.pprof.ProfileKind;
import dev.heapline.pprof.lines.LineCharges;
import dev.heapline.pprof.lines.LineCosts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A heap profile whose files were matched with those of a workspace: an immutable value.
 *
 * <p>Its lines are those of the sources as they were when it was loaded, of which it keeps the
 * text: what became of them since is for {@code history} to say.
 */
public final class LoadedProfile {
  private final String name;
  private final Optional<Path> file;
  private final LineCosts costs;
  private final LineCharges charges;
  private final MemoryTypes types;
  private final ProfileSources sources;
  private final Measurement total;

  LoadedProfile(
      String name,
      Optional<Path> file,
      LineCosts costs,
      LineCharges charges,
      ProfileSources sources) {
    this.name = name;
    this.file = file;
    this.costs = costs;
    this.charges = charges;
    this.types = MemoryTypes.of(costs.profile());
    this.sources = sources;
    this.total = types.measurement(type -> costs.profile().samples().sum(type));
  }

  /** {@return the name of the profile as a person would say it} */
  public String name() {
    return name;
  }

  /** {@return the file it was read from; empty where it came from elsewhere} */
  public Optional<Path> file() {
    return file;
  }

  /** {@return when it was written; its values are those of a garbage collection before that} */
  public Optional<Instant> time() {
    return costs.profile().time();
  }

  /** {@return the program it was taken from, or an empty text where the profile does not say} */
  public String program() {
    return costs.profile().program().text();
  }

  /** {@return whether the other looks like a profile of the same program} */
  public boolean isOfSameProgramAs(LoadedProfile other) {
    return costs.profile().program().resembles(other.costs.profile().program());
  }

  /**
   * {@return what it opens on: an allocs profile on what was allocated, a heap profile on in use}
   */
  public View view() {
    return costs.profile().kind() == ProfileKind.ALLOCS ? View.ALLOCATED : View.IN_USE;
  }

  /**
   * {@return the bytes that lie between two samples on average; 1 where each object was counted}
   */
  public long samplingPeriod() {
    return Math.max(1, costs.profile().period());
  }

  /** {@return the whole of the profile, inside the workspace or not} */
  public Measurement total() {
    return total;
  }

  /** {@return the part that some line of the workspace is charged with} */
  public Measurement charged() {
    return total.minus(types.measurement(charges::uncharged));
  }

  /** {@return the files of the workspace that have lines in it, sorted} */
  public List<Path> files() {
    return sources.files();
  }

  /** {@return whether a file, in the workspace or not, has lines in it} */
  public boolean has(Path path) {
    return !sources.numbers(path).isEmpty();
  }

  /**
   * {@return the text of a file as it was when the profile was loaded; empty where it has no line
   * in the profile or was not readable}
   */
  public Optional<byte[]> baseline(Path path) {
    return sources.baseline(path);
  }

  /**
   * {@return whether the file that was found when the profile was loaded is another version than
   * the one that the program was built from: some function does not begin on the line that the
   * profile says}
   */
  public boolean differsFrom(Path path) {
    return sources.differs(path);
  }

  /** {@return what is said of the lines of a file, by 1-based line as it was at loading} */
  public SortedMap<Integer, LineMeasurement> lines(Path path, View view) {
    var lines = new TreeMap<Integer, LineMeasurement>();
    for (int number : sources.numbers(path)) {
      for (int row = costs.firstRow(number); row < costs.endRow(number); row++) {
        if (costs.line(row) > 0) {
          lines.merge(costs.line(row), measurement(row, view), LineMeasurement::plus);
        }
      }
    }
    return Collections.unmodifiableSortedMap(lines);
  }

  private LineMeasurement measurement(int row, View view) {
    var flat = types.measurement(type -> costs.flat(row, type));
    boolean own = charges.matters(costs.file(row));
    return new LineMeasurement(
        own ? types.measurement(type -> charges.charged(row, type)) : flat,
        flat,
        types.measurement(type -> costs.cumulative(row, type)),
        Optional.empty(),
        own ? via(row, view) : List.of());
  }

  private List<LineMeasurement.Via> via(int row, View view) {
    var shares = charges.via(row, types.bytes(view));
    return IntStream.range(0, shares.size())
        .filter(part -> shares.key(part) != LineCharges.ITSELF)
        .mapToObj(
            part ->
                new LineMeasurement.Via(
                    shares.key(part) == LineCharges.UNKNOWN
                        ? ""
                        : costs.profile().functions().name(shares.key(part)),
                    types.measurement(type -> shares.value(part, type))))
        .toList();
  }

  /** {@return the ways along its stacks, ordered by a view} */
  public ProfilePaths paths(View view) {
    return new ProfilePaths(costs, charges, types, sources, view);
  }

  @Override
  public String toString() {
    return name + " with lines in " + files();
  }
}
