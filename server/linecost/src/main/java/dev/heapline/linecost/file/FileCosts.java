package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.text.Place;
import dev.heapline.linecost.text.Position;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * All that is known of one file in one snapshot. Immutable; any thread may read it. What is shown
 * where is worked out when it is first asked for, and kept.
 */
public final class FileCosts {
  private final Facts facts;
  private final SortedMap<Integer, LineCost> lines;
  private final Lazy<List<Diagnostic>> diagnostics;
  private final Lazy<List<InlayHint>> hints;
  private final Lazy<List<TokenMark>> tokens;

  /**
   * What the costs of a file are made of.
   *
   * @param path where the file is
   * @param source its text
   * @param sites what allocates in it
   * @param measured what the profile says of its lines, as they are in this text
   * @param attention what of that is worth showing
   * @param origin where the measured numbers come from; empty where no profile is loaded
   * @param hottestCaller gives for a line the one from which it costs most
   * @param clock tells how old a profile is
   */
  public record Facts(
      Path path,
      SourceFile source,
      List<AllocationSite> sites,
      SortedMap<Integer, LineMeasurement> measured,
      Attention attention,
      Optional<Origin> origin,
      IntFunction<Optional<Place>> hottestCaller,
      InstantSource clock) {}

  /** Joins what is known. */
  public FileCosts(Facts facts) {
    this.facts = facts;
    this.lines = join(facts);
    this.diagnostics = new Lazy<>(() -> new Diagnostics(facts.source, facts.attention).of(lines()));
    this.hints =
        new Lazy<>(
            () ->
                new Hints(facts.path, facts.source, facts.attention, facts.hottestCaller)
                    .of(lines()));
    this.tokens = new Lazy<>(() -> new Tokens(facts.source, facts.attention).of(lines()));
  }

  private static SortedMap<Integer, LineCost> join(Facts facts) {
    var sites = new TreeMap<Integer, List<AllocationSite>>();
    for (var site : facts.sites) {
      sites.computeIfAbsent(site.profileLine(), _ -> new ArrayList<>()).add(site);
    }
    var lines = new TreeMap<Integer, LineCost>();
    sites.forEach(
        (line, there) -> lines.put(line, new LineCost(line, List.copyOf(there), Optional.empty())));
    facts.measured.forEach(
        (line, measured) ->
            lines.merge(
                line,
                new LineCost(line, List.of(), Optional.of(measured)),
                (known, _) -> new LineCost(line, known.sites(), Optional.of(measured))));
    return lines;
  }

  /** {@return where the file is} */
  public Path path() {
    return facts.path;
  }

  /** {@return the text that all positions refer to} */
  public SourceFile source() {
    return facts.source;
  }

  /** {@return what allocates in the file, in the order of the source} */
  public List<AllocationSite> sites() {
    return facts.sites;
  }

  /** {@return what is judged worth showing} */
  public Attention attention() {
    return facts.attention;
  }

  /** {@return the lines of which anything is known, in order} */
  public List<LineCost> lines() {
    return List.copyOf(lines.values());
  }

  /** {@return what is known of a line; empty where that is nothing} */
  public Optional<LineCost> line(int line) {
    return Optional.ofNullable(lines.get(line));
  }

  /** {@return what deserves attention, in the order of the source} */
  public List<Diagnostic> diagnostics() {
    return diagnostics.get();
  }

  /** {@return the hints, at most one per line, in the order of the source} */
  public List<InlayHint> hints() {
    return hints.get();
  }

  /**
   * {@return the hints of some lines}
   *
   * @param first 1-based
   * @param last 1-based, included
   */
  public List<InlayHint> hints(int first, int last) {
    return hints().stream()
        .filter(each -> first <= each.position().line() && each.position().line() <= last)
        .toList();
  }

  /** {@return the names to colour, in the order of the source, none overlapping} */
  public List<TokenMark> tokens() {
    return tokens.get();
  }

  /**
   * {@return what to say of a position: of the line that the allocation site there is charged to,
   * or of its own line where that was measured; empty where there is nothing to say}
   */
  public Optional<Hover> hover(Position position, Links links) {
    var site =
        facts.sites.stream()
            .filter(AllocationSite::allocates)
            .filter(each -> Ranges.of(facts.source, each).touches(position))
            .reduce((_, inner) -> inner);
    if (site.isPresent()) {
      return line(site.get().profileLine())
          .map(line -> new Hover(Ranges.of(facts.source, site.get()), text(line, links)));
    }
    return line(position.line())
        .filter(FileCosts::isMeasured)
        .flatMap(line -> hover(line.line(), links));
  }

  /** {@return what to say of a line as a whole; empty where there is nothing to say} */
  public Optional<Hover> hover(int line, Links links) {
    return line(line)
        .filter(
            each -> each.sites().stream().anyMatch(AllocationSite::allocates) || isMeasured(each))
        .map(each -> new Hover(Ranges.ofLine(facts.source, line), text(each, links)));
  }

  private static boolean isMeasured(LineCost line) {
    return line.measured()
        .map(
            each ->
                !each.charged().isZero()
                    || each.growth().map(growth -> !growth.isZero()).orElse(false))
        .orElse(false);
  }

  private String text(LineCost line, Links links) {
    return new HoverText(
            facts.path, facts.source, facts.attention, facts.origin, links, facts.clock.instant())
        .of(line, isMeasured(line) ? facts.hottestCaller.apply(line.line()) : Optional.empty());
  }
}
