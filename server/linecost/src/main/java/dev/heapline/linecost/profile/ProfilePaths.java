package dev.heapline.linecost.profile;

import dev.heapline.pprof.lines.LineCharges;
import dev.heapline.pprof.lines.LineCosts;
import dev.heapline.pprof.lines.Shares;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ways from line to line along a profile's stacks, most expensive first in one view. Lines are
 * those of the sources as they were when the profile was loaded.
 */
public final class ProfilePaths {
  private final LineCosts costs;
  private final LineCharges charges;
  private final MemoryTypes types;
  private final ProfileSources sources;
  private final View view;

  ProfilePaths(
      LineCosts costs, LineCharges charges, MemoryTypes types, ProfileSources sources, View view) {
    this.costs = costs;
    this.charges = charges;
    this.types = types;
    this.sources = sources;
    this.view = view;
  }

  /** {@return the lines of the workspace that are charged most} */
  public List<ProfiledLine> hottest(int limit) {
    return Arrays.stream(charges.hottest(types.bytes(view), limit))
        .mapToObj(row -> line(row, charged(row), sources::inWorkspace))
        .flatMap(Optional::stream)
        .toList();
  }

  /** {@return the lines of a file that are charged most} */
  public List<ProfiledLine> hottest(Path path, int limit) {
    return rows(path)
        .filter(row -> charges.charged(row, types.bytes(view)) != 0)
        .mapToObj(row -> line(row, charged(row), sources::inWorkspace))
        .flatMap(Optional::stream)
        .sorted(mostFirst())
        .limit(limit)
        .toList();
  }

  /**
   * {@return the lines of the workspace that are charged for what is allocated beneath a line, the
   * line itself among them where it is; then, where it is the only one, the lines outside the
   * workspace that allocate for it}
   */
  public List<ProfiledLine> beneath(Path path, int line) {
    var inside = merged(rows(path, line), row -> charges.chargedBelow(row, types.bytes(view)));
    boolean alone =
        inside.stream().allMatch(each -> each.path().equals(path) && each.line() == line);
    if (!alone) {
      return inside;
    }
    var outside =
        merged(rows(path, line), row -> costs.leavesBelow(row, types.bytes(view))).stream()
            .filter(each -> !(each.path().equals(path) && each.line() == line));
    return Stream.concat(inside.stream(), outside).toList();
  }

  private List<ProfiledLine> merged(IntStream rows, IntFunction<Shares> shares) {
    var lines = new LinkedHashMap<Integer, Measurement>();
    rows.forEach(
        row -> {
          var parts = shares.apply(row);
          for (int part = 0; part < parts.size(); part++) {
            int each = part;
            lines.merge(
                parts.key(part),
                types.measurement(type -> parts.value(each, type)),
                Measurement::plus);
          }
        });
    return sorted(lines);
  }

  /**
   * {@return the nearest lines of the workspace from which a line was reached when it allocated}
   */
  public List<ProfiledLine> callers(Path path, int line) {
    return merged(rows(path, line), row -> charges.callersThatMatter(row, types.bytes(view)));
  }

  private List<ProfiledLine> sorted(Map<Integer, Measurement> byRow) {
    var lines = new ArrayList<ProfiledLine>();
    byRow.forEach(
        (row, measurement) -> line(row, measurement, sources::anywhere).ifPresent(lines::add));
    lines.removeIf(each -> each.measurement().in(view).bytes() == 0);
    lines.sort(mostFirst());
    return List.copyOf(lines);
  }

  private Comparator<ProfiledLine> mostFirst() {
    return Comparator.comparingLong((ProfiledLine each) -> -each.measurement().in(view).bytes())
        .thenComparing(ProfiledLine::path)
        .thenComparingInt(ProfiledLine::line);
  }

  private Measurement charged(int row) {
    return types.measurement(type -> charges.charged(row, type));
  }

  private Optional<ProfiledLine> line(
      int row, Measurement measurement, IntFunction<Optional<Path>> files) {
    return costs.line(row) == 0
        ? Optional.empty()
        : files
            .apply(costs.file(row))
            .map(path -> new ProfiledLine(path, costs.line(row), measurement));
  }

  private IntStream rows(Path path) {
    return sources.numbers(path).stream()
        .flatMapToInt(number -> IntStream.range(costs.firstRow(number), costs.endRow(number)));
  }

  private IntStream rows(Path path, int line) {
    return rows(path).filter(row -> costs.line(row) == line);
  }
}
