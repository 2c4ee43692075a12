package dev.heapline.gotool.fact;

import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.Fact.Function;
import dev.heapline.gotool.fact.Fact.InlinedCall;
import dev.heapline.gotool.fact.Fact.Parameter;
import dev.heapline.gotool.fact.Fact.ZeroCopy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts from when a package last built, for what is unchanged since.
 *
 * <p>A declaration whose text is the same keeps its facts, on the lines where it is now. They may
 * be wrong all the same: what it calls may have changed. So they are stale, and a surface says so.
 *
 * @param facts what is kept; its files are those of now
 * @param dropped how many facts are not kept, because their declaration changed
 */
public record LastFacts(PackageFacts facts, int dropped) {
  /** {@return what of the last facts holds for the texts of now, which are read from disk} */
  public static LastFacts carryOver(PackageFacts last) {
    Map<String, Map<Integer, Integer>> moves = new HashMap<>();
    List<SourceFile> now = new ArrayList<>();
    for (var file : last.files()) {
      var current = SourceFile.read(Path.of(file.path()));
      current.ifPresent(now::add);
      moves.put(file.path(), current.map(text -> moves(file, text)).orElse(Map.of()));
    }
    List<Fact> kept = new ArrayList<>();
    for (var fact : last.facts()) {
      moved(fact, moves, last.files()).ifPresent(kept::add);
    }
    return new LastFacts(
        new PackageFacts(
            last.importPath(), last.name(), last.folder(), last.circumstances(), now, kept),
        last.facts().size() - kept.size());
  }

  /**
   * {@return by the first line of each block that is there unchanged, by how many lines it moved;
   * of several equal blocks the first stays the first}
   */
  private static Map<Integer, Integer> moves(SourceFile before, SourceFile now) {
    Map<Long, List<SourceFile.Block>> places = new HashMap<>();
    for (var block : now.blocks()) {
      places.computeIfAbsent(block.hash(), _ -> new ArrayList<>()).add(block);
    }
    Map<Integer, Integer> moves = new HashMap<>();
    for (var block : before.blocks()) {
      var candidates = places.getOrDefault(block.hash(), List.of());
      if (!candidates.isEmpty()) {
        moves.put(block.firstLine(), candidates.removeFirst().firstLine() - block.firstLine());
      }
    }
    return moves;
  }

  private static Optional<Fact> moved(
      Fact fact, Map<String, Map<Integer, Integer>> moves, List<SourceFile> files) {
    var shift = new Shift(moves, files);
    return shift
        .place(fact.at())
        .flatMap(
            at ->
                switch (fact) {
                  case Allocation a ->
                      shift
                          .places(a.inlined())
                          .flatMap(
                              inlined ->
                                  shift
                                      .steps(a.steps())
                                      .map(
                                          steps ->
                                              new Allocation(
                                                  at,
                                                  inlined,
                                                  a.form(),
                                                  a.expression(),
                                                  a.verdict(),
                                                  a.copies(),
                                                  steps)));
                  case Parameter p ->
                      shift
                          .steps(p.steps())
                          .map(
                              steps ->
                                  new Parameter(
                                      at, p.name(), p.leak(), p.result(), p.level(), steps));
                  case Function f ->
                      Optional.of(new Function(at, f.name(), f.cost(), f.obstacle()));
                  case InlinedCall c -> Optional.of(new InlinedCall(at, c.callee()));
                  case ZeroCopy _ -> Optional.of(new ZeroCopy(at));
                });
  }

  /** Moves places of the package's own files; empty where one of them is in a changed block. */
  private record Shift(Map<String, Map<Integer, Integer>> moves, List<SourceFile> files) {
    Optional<Place> place(Place place) {
      var ownMoves = moves.get(place.file());
      if (ownMoves == null) {
        return Optional.of(place);
      }
      return files.stream()
          .filter(file -> file.path().equals(place.file()))
          .findFirst()
          .flatMap(file -> file.blockAt(place.line()))
          .flatMap(block -> Optional.ofNullable(ownMoves.get(block.firstLine())))
          .map(lines -> new Place(place.file(), place.line() + lines, place.column()));
    }

    Optional<List<Place>> places(List<Place> places) {
      List<Place> moved = new ArrayList<>();
      places.forEach(each -> place(each).ifPresent(moved::add));
      return moved.size() == places.size() ? Optional.of(moved) : Optional.empty();
    }

    Optional<List<Step>> steps(List<Step> steps) {
      List<Step> moved = new ArrayList<>();
      for (Step step : steps) {
        var at = place(step.at());
        var inlined = places(step.inlined());
        if (at.isEmpty() || inlined.isEmpty()) {
          return Optional.empty();
        }
        moved.add(
            switch (step) {
              case Step.Flow flow ->
                  new Step.Flow(flow.destination(), flow.source(), at.get(), inlined.get());
              case Step.From from ->
                  new Step.From(from.expression(), from.why(), at.get(), inlined.get());
            });
      }
      return Optional.of(moved);
    }
  }
}
