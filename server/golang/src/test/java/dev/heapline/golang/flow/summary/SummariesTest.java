package dev.heapline.golang.flow.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Summaries after edits are those found from scratch, with no run that was not needed. */
class SummariesTest {
  private final Random random = new Random(27);

  /** A function that does some things and calls others; it hides what only some callees do. */
  private record Body(Set<Integer> own, List<Integer> callees, int hidden) {}

  /** A program: each function is a number. */
  private record Functions(Map<Integer, Body> bodies)
      implements FunctionSource<Integer, Body>, Transfer<Integer, Body, Set<Integer>> {
    @Override
    public Object moment() {
      return this;
    }

    @Override
    public boolean isUnchanged(Integer function, Object moment) {
      return false;
    }

    @Override
    public Optional<Body> local(Integer function) {
      return Optional.ofNullable(bodies.get(function));
    }

    @Override
    public List<Integer> callees(Integer function) {
      return local(function).isPresent()
          ? Objects.requireNonNull(bodies.get(function)).callees
          : List.of();
    }

    @Override
    public Set<Integer> bottom() {
      return Set.of();
    }

    @Override
    public Set<Integer> top() {
      return Set.of(-1);
    }

    @Override
    public Set<Integer> summarize(
        Integer function, Body body, Function<Integer, Set<Integer>> callees) {
      var found = new TreeSet<>(body.own);
      body.callees.forEach(each -> found.addAll(callees.apply(each)));
      found.remove(body.hidden);
      return found;
    }
  }

  @Test
  void editsWithoutCirclesRunNoMoreThanNeeded() {
    for (int round = 0; round < 100; round++) {
      edit(false);
    }
  }

  @Test
  void editsOfCirclesGiveWhatScratchGives() {
    for (int round = 0; round < 100; round++) {
      edit(true);
    }
  }

  private void edit(boolean circles) {
    int size = 2 + random.nextInt(30);
    var bodies = new HashMap<Integer, Body>();
    for (int i = 0; i < size; i++) {
      bodies.put(i, body(i, size, circles));
    }
    // The transfer reads the bodies of the snapshot at hand.
    var current = new Functions(bodies);
    var summaries = Summaries.of(current, current);
    var before = all(summaries, size);
    for (int edit = 0; edit < 20; edit++) {
      var old = Map.copyOf(bodies);
      for (int i = random.nextInt(3); i >= 0; i--) {
        int function = random.nextInt(size);
        bodies.put(function, body(function, size, circles));
      }
      var changed = new HashSet<>(bodies.keySet());
      changed.removeIf(each -> Objects.equals(bodies.get(each), old.get(each)));
      summaries = summaries.next(current);
      var after = all(summaries, size);
      var scratch = Summaries.of(current, current);
      assertThat(after).isEqualTo(all(scratch, size));
      assertThat(after).isEqualTo(naive(bodies));
      if (!circles) {
        assertThat(summaries.runs()).isEqualTo(needed(bodies, changed, before, after));
      } else if (changed.isEmpty()) {
        assertThat(summaries.runs()).isZero();
      }
      before = after;
    }
  }

  private static long needed(
      Map<Integer, Body> bodies,
      Set<Integer> changed,
      List<Set<Integer>> before,
      List<Set<Integer>> after) {
    return bodies.entrySet().stream()
        .filter(
            each ->
                changed.contains(each.getKey())
                    || each.getValue().callees.stream()
                        .anyMatch(
                            callee ->
                                callee < after.size()
                                    && !before.get(callee).equals(after.get(callee))))
        .count();
  }

  /** All functions again and again, until nothing changes. */
  private static List<Set<Integer>> naive(Map<Integer, Body> bodies) {
    var functions = new Functions(bodies);
    List<Set<Integer>> values = new ArrayList<>();
    bodies.keySet().forEach(_ -> values.add(Set.of()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < values.size(); i++) {
        var found =
            functions.summarize(
                i,
                Objects.requireNonNull(bodies.get(i)),
                callee -> callee < values.size() ? values.get(callee) : functions.top());
        changed |= !found.equals(values.set(i, found));
      }
    }
    return values;
  }

  private static List<Set<Integer>> all(
      Summaries<Integer, Body, Set<Integer>> summaries, int size) {
    return IntStream.range(0, size).mapToObj(summaries::of).toList();
  }

  private Body body(int function, int size, boolean circles) {
    var own = new TreeSet<Integer>();
    random.ints(random.nextInt(2), 0, 4).forEach(own::add);
    var callees = new TreeSet<Integer>();
    for (int i = random.nextInt(4); i > 0; i--) {
      // Now and then one that has no body.
      int callee = random.nextInt(size + 1);
      if (circles || callee > function) {
        callees.add(callee);
      }
    }
    return new Body(own, List.copyOf(callees), random.nextInt(4));
  }

  @Test
  void cancelledWorkIsTakenUpAgain() {
    var bodies = new HashMap<Integer, Body>();
    for (int i = 0; i < 10_000; i++) {
      bodies.put(i, new Body(Set.of(), List.of(i + 1), -2));
    }
    bodies.put(10_000, new Body(Set.of(7), List.of(), -2));
    var functions = new Functions(bodies);
    var summaries = Summaries.of(functions, functions);
    int[] left = {5000};
    assertThatThrownBy(() -> summaries.of(0, () -> left[0]-- == 0))
        .isInstanceOf(CancellationException.class);
    assertThat(summaries.of(0)).containsExactly(7);
    assertThat(summaries.runs()).isEqualTo(10_001);
  }

  @Test
  void manyThreadsRunEachFunctionOnce() {
    var bodies = new HashMap<Integer, Body>();
    for (int i = 0; i < 2000; i++) {
      bodies.put(i, new Body(Set.of(i), List.of((i * 7 + 1) % 4000 + i), -2));
    }
    bodies.replaceAll(
        (i, each) ->
            new Body(each.own, each.callees.getFirst() > i ? each.callees : List.of(), -2));
    var functions = new Functions(bodies);
    var summaries = Summaries.of(functions, functions);
    IntStream.range(0, 2000).parallel().forEach(summaries::of);
    assertThat(summaries.runs()).isEqualTo(2000);
  }
}
