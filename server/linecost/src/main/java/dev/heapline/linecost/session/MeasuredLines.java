package dev.heapline.linecost.session;

import dev.heapline.history.LineMap;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.session.Memo.Slot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The measured lines of a snapshot: what the profiles say of lines as they were, brought to where
 * those lines are now.
 */
final class MeasuredLines {
  private final State state;
  private final Memo memo;

  MeasuredLines(State state, Memo memo) {
    this.state = state;
    this.memo = memo;
  }

  /** {@return what the profile says of the lines of a file, compared with the base} */
  SortedMap<Integer, LineMeasurement> of(Path path) {
    if (state.profile().isEmpty()) {
      return new TreeMap<>();
    }
    var lines = of(state.profile().get(), Slot.PROFILE, path);
    if (state.base().isPresent()) {
      var base = of(state.base().get(), Slot.BASE, path);
      lines.replaceAll(
          (line, measured) -> measured.since(base.getOrDefault(line, LineMeasurement.ZERO)));
      base.forEach(
          (line, before) -> lines.computeIfAbsent(line, _ -> LineMeasurement.ZERO.since(before)));
    }
    lines.values().removeIf(LineMeasurement::isZero);
    return lines;
  }

  private SortedMap<Integer, LineMeasurement> of(LoadedProfile profile, Slot slot, Path path) {
    var map = map(path, slot);
    var lines = new TreeMap<Integer, LineMeasurement>();
    profile
        .lines(path, state.view())
        .forEach(
            (line, measured) ->
                current(map, line)
                    .ifPresent(now -> lines.merge(now, measured, LineMeasurement::plus)));
    return lines;
  }

  /** {@return where a line of the profile is now} */
  OptionalInt current(Path path, int line) {
    return current(map(path, Slot.PROFILE), line);
  }

  private static OptionalInt current(Optional<LineMap> map, int line) {
    return map.isPresent() ? map.get().current(line) : OptionalInt.of(line);
  }

  /** {@return the lines of the profile that are on a line now} */
  List<Integer> baseline(Path path, int line) {
    return map(path, Slot.PROFILE).map(map -> map.baseline(line)).orElse(List.of(line));
  }

  private Optional<LineMap> map(Path path, Slot slot) {
    var open = Optional.ofNullable(state.open().get(path));
    if (open.isPresent()) {
      return switch (slot) {
        case PROFILE -> open.get().sinceProfile();
        case BASE -> open.get().sinceBase();
      };
    }
    var profile =
        switch (slot) {
          case PROFILE -> state.profile();
          case BASE -> state.base();
        };
    return memo.lines(
        path,
        slot,
        () ->
            profile
                .flatMap(each -> each.baseline(path))
                .flatMap(
                    baseline ->
                        state
                            .stored()
                            .file(path)
                            .map(file -> LineMap.between(baseline, file.source().bytes()))));
  }
}
