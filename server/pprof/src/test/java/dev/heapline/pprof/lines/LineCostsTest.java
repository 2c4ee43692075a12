package dev.heapline.pprof.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.pprof.FrameCursor;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.testing.GoProfiles;
import dev.heapline.pprof.testing.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with sums over the stacks that {@code go tool pprof -traces} prints. */
final class LineCostsTest {
  private static final String PROFILES =
      """
      exact/heap.pb.gz, inuse_space, B
      exact/heap.pb.gz, alloc_objects, count
      exact/allocs.pb.gz, alloc_space, B
      default/allocs.pb.gz, alloc_space, B
      trimmed/heap.pb.gz, inuse_space, B
      trimmed/allocs.pb.gz, alloc_objects, count
      exact/cpu.pb.gz, cpu, ns
      """;

  @ParameterizedTest
  @CsvSource(textBlock = PROFILES)
  void everyLineHasItsFlatAndCumulativeValues(String name, String typeName, String unit) {
    LineCosts costs = LineCosts.of(GoProfiles.get().read(name));
    int type = costs.profile().sampleType(typeName).orElseThrow();
    List<Trace> traces = Trace.of(name, typeName, unit);

    assertThat(traces).isNotEmpty();
    assertThat(byPlace(costs, row -> costs.flat(row, type)))
        .isEqualTo(sums(traces, trace -> List.of(trace.frames().getFirst().place())));
    assertThat(byPlace(costs, row -> costs.cumulative(row, type)))
        .isEqualTo(sums(traces, LineCostsTest::places));
    assertThat(costs.total(type)).isEqualTo(traces.stream().mapToLong(Trace::value).sum());
  }

  @ParameterizedTest
  @CsvSource(textBlock = PROFILES)
  void eachStackIsChargedToItsDeepestLineThatMatters(String name, String typeName, String unit) {
    LineCosts costs = LineCosts.of(GoProfiles.get().read(name));
    int type = costs.profile().sampleType(typeName).orElseThrow();
    LineCharges charges = costs.charge(LineCostsTest::isOurs);
    List<Trace> traces = Trace.of(name, typeName, unit);

    assertThat(byPlace(costs, row -> charges.charged(row, type)))
        .isNotEmpty()
        .isEqualTo(
            sums(
                traces,
                trace ->
                    charged(trace) < 0
                        ? List.of()
                        : List.of(trace.frames().get(charged(trace)).place())));
    assertThat(charges.uncharged(type))
        .isEqualTo(
            traces.stream().filter(trace -> charged(trace) < 0).mapToLong(Trace::value).sum());

    for (int row : charges.hottest(type, Integer.MAX_VALUE)) {
      String place = place(costs, row);
      assertThat(shares(charges.via(row, type), type, key -> viaName(costs.profile(), key)))
          .as(place)
          .isEqualTo(
              sums(
                  traces,
                  trace -> {
                    int at = charged(trace);
                    return at >= 0 && trace.frames().get(at).place().equals(place)
                        ? List.of(at == 0 ? "" : trace.frames().get(at - 1).function())
                        : List.of();
                  }));
    }
  }

  private static String viaName(Profile profile, int function) {
    return function == LineCharges.ITSELF ? "" : profile.functions().name(function);
  }

  @ParameterizedTest
  @CsvSource(textBlock = PROFILES)
  void aLineLeadsToWhatIsBelowAndAboveIt(String name, String typeName, String unit) {
    LineCosts costs = LineCosts.of(GoProfiles.get().read(name));
    int type = costs.profile().sampleType(typeName).orElseThrow();
    LineCharges charges = costs.charge(LineCostsTest::isOurs);
    List<Trace> traces = Trace.of(name, typeName, unit);

    for (int row = 0; row < costs.rows(); row++) {
      String place = place(costs, row);
      if (costs.cumulative(row, type) == 0 || !isOurs(costs.fileName(row))) {
        continue;
      }
      var through = traces.stream().filter(trace -> places(trace).contains(place)).toList();
      assertThat(shares(costs.leavesBelow(row, type), type, key -> place(costs, key)))
          .as(place)
          .isEqualTo(sums(through, trace -> List.of(trace.frames().getFirst().place())));
      assertThat(shares(charges.chargedBelow(row, type), type, key -> place(costs, key)))
          .as(place)
          .isEqualTo(sums(through, trace -> List.of(trace.frames().get(charged(trace)).place())));
      assertThat(shares(costs.callers(row, type), type, key -> place(costs, key)))
          .as(place)
          .isEqualTo(sums(through, trace -> callers(trace, place)));
      assertThat(shares(charges.callersThatMatter(row, type), type, key -> place(costs, key)))
          .as(place)
          .isEqualTo(sums(through, trace -> callerThatMatters(trace, place)));
      assertThat(stacks(costs, row, type))
          .as(place)
          .isEqualTo(sums(through, trace -> List.of(trace.frames().toString())));
    }
  }

  @Test
  void partsComeLargestFirst() {
    LineCosts costs = LineCosts.of(GoProfiles.get().read("exact/allocs.pb.gz"));
    int type = costs.profile().sampleType("alloc_space").orElseThrow();
    LineCharges charges = costs.charge(LineCostsTest::isOurs);
    int[] hottest = charges.hottest(type, 10);
    assertThat(hottest).hasSize(10);
    for (int i = 1; i < hottest.length; i++) {
      assertThat(charges.charged(hottest[i], type))
          .isLessThanOrEqualTo(charges.charged(hottest[i - 1], type));
    }
    Shares leaves = costs.leavesBelow(hottest[0], type);
    for (int part = 1; part < leaves.size(); part++) {
      assertThat(leaves.value(part, type)).isLessThanOrEqualTo(leaves.value(part - 1, type));
    }
    List<Stack> stacks = costs.largestStacks(hottest[0], type, 3);
    assertThat(stacks)
        .hasSize(3)
        .isSortedAccordingTo(Comparator.comparingLong(stack -> -stack.value()));
  }

  @Test
  void rowsAreFoundByFileAndLine() {
    LineCosts costs = LineCosts.of(GoProfiles.get().read("trimmed/heap.pb.gz"));
    assertThat(costs.files()).contains("heapline.example/profiles/main.go", "runtime/proc.go");
    for (int file = 0; file < costs.files().size(); file++) {
      assertThat(costs.file(costs.files().get(file))).hasValue(file);
      assertThat(costs.endRow(file)).isGreaterThan(costs.firstRow(file));
      for (int row = costs.firstRow(file); row < costs.endRow(file); row++) {
        assertThat(costs.file(row)).isEqualTo(file);
        assertThat(costs.row(file, costs.line(row))).hasValue(row);
        assertThat(costs.row(costs.fileName(row), costs.line(row))).hasValue(row);
      }
    }
    for (int frame = 0; frame < costs.profile().frames().size(); frame++) {
      int row = costs.rowOfFrame(frame).orElseThrow();
      assertThat(costs.line(row)).isEqualTo(costs.profile().frames().line(frame));
    }
    assertThat(costs.endRow(costs.files().size() - 1)).isEqualTo(costs.rows());
    assertThat(costs.file("elsewhere.go")).isEmpty();
    assertThat(costs.row("runtime/proc.go", 999_999)).isEmpty();
    assertThat(costs.row("elsewhere.go", 1)).isEmpty();
  }

  /** Growth is a join of two tables by file and line. */
  @Test
  void twoProfilesCanBeSubtracted() {
    LineCosts before = LineCosts.of(GoProfiles.get().read("exact/allocs.pb.gz"));
    LineCosts after = LineCosts.of(GoProfiles.get().read("exact/heap.pb.gz"));
    int typeBefore = before.profile().sampleType("inuse_objects").orElseThrow();
    int typeAfter = after.profile().sampleType("inuse_objects").orElseThrow();
    Map<String, Long> expected = new HashMap<>();
    byPlace(after, row -> after.flat(row, typeAfter))
        .forEach((place, value) -> expected.merge(place, value, Long::sum));
    byPlace(before, row -> before.flat(row, typeBefore))
        .forEach((place, value) -> expected.merge(place, -value, Long::sum));
    for (int row = 0; row < after.rows(); row++) {
      var base = before.row(after.fileName(row), after.line(row));
      long growth =
          after.flat(row, typeAfter)
              - (base.isEmpty() ? 0 : before.flat(base.getAsInt(), typeBefore));
      assertThat(growth).isEqualTo(expected.getOrDefault(place(after, row), 0L));
    }
  }

  private static boolean isOurs(String file) {
    return file.endsWith("profiles/main.go");
  }

  private static int charged(Trace trace) {
    for (int i = 0; i < trace.frames().size(); i++) {
      if (isOurs(trace.frames().get(i).file())) {
        return i;
      }
    }
    return -1;
  }

  private static Collection<String> callers(Trace trace, String place) {
    var callers = new LinkedHashSet<String>();
    for (int i = 0; i + 1 < trace.frames().size(); i++) {
      String caller = trace.frames().get(i + 1).place();
      if (trace.frames().get(i).place().equals(place) && !caller.equals(place)) {
        callers.add(caller);
      }
    }
    return callers;
  }

  private static Collection<String> callerThatMatters(Trace trace, String place) {
    var places = trace.frames().stream().map(Trace.Frame::place).toList();
    for (int i = places.indexOf(place) + 1; i < places.size(); i++) {
      if (isOurs(trace.frames().get(i).file()) && !places.get(i).equals(place)) {
        return List.of(places.get(i));
      }
    }
    return List.of();
  }

  private static Collection<String> places(Trace trace) {
    var places = new LinkedHashSet<String>();
    trace.frames().forEach(frame -> places.add(frame.place()));
    return places;
  }

  private static Map<String, Long> sums(
      List<Trace> traces, Function<Trace, Collection<String>> keys) {
    var sums = new HashMap<String, Long>();
    for (Trace trace : traces) {
      for (String key : keys.apply(trace)) {
        sums.merge(key, trace.value(), Long::sum);
      }
    }
    return sums;
  }

  private static String place(LineCosts costs, int row) {
    return costs.fileName(row) + ":" + costs.line(row);
  }

  private static Map<String, Long> byPlace(LineCosts costs, Function<Integer, Long> value) {
    var values = new HashMap<String, Long>();
    for (int row = 0; row < costs.rows(); row++) {
      if (value.apply(row) != 0) {
        values.put(place(costs, row), value.apply(row));
      }
    }
    return values;
  }

  private static Map<String, Long> shares(Shares shares, int type, Function<Integer, String> name) {
    var values = new HashMap<String, Long>();
    for (int part = 0; part < shares.size(); part++) {
      if (shares.value(part, type) != 0) {
        values.merge(name.apply(shares.key(part)), shares.value(part, type), Long::sum);
      }
    }
    return values;
  }

  private static Map<String, Long> stacks(LineCosts costs, int row, int type) {
    var values = new HashMap<String, Long>();
    FrameCursor cursor = costs.profile().frameCursor();
    for (Stack stack : costs.largestStacks(row, type, Integer.MAX_VALUE)) {
      var frames = new ArrayList<Trace.Frame>();
      for (cursor.moveTo(stack.sample()); cursor.next(); ) {
        frames.add(new Trace.Frame(cursor.functionName(), cursor.fileName(), cursor.line()));
      }
      values.merge(frames.toString(), stack.value(), Long::sum);
    }
    return values;
  }
}
