package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.file.Diagnostic.Related;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.text.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the diagnostics of a file: at most one per line for what was measured there. */
final class Diagnostics {
  private final SourceFile source;
  private final Attention attention;

  Diagnostics(SourceFile source, Attention attention) {
    this.source = source;
    this.attention = attention;
  }

  List<Diagnostic> of(List<LineCost> lines) {
    return lines.stream()
        .flatMap(this::of)
        .sorted(Comparator.comparing(each -> each.range().start()))
        .toList();
  }

  private Stream<Diagnostic> of(LineCost line) {
    if (line.measured().isPresent() && attention.isDiagnosed(line.measured().get())) {
      return Stream.of(hotLine(line, line.measured().get()));
    }
    var found = new ArrayList<Diagnostic>();
    for (var site : line.sites()) {
      if (attention.isLargeDiagnosed(site, line.measured())) {
        found.add(large(site, line.measured()));
      } else if (attention.isLoopDiagnosed(site, line.measured())) {
        found.add(inLoop(site, line.measured()));
      }
    }
    return found.stream();
  }

  /** One message for the line: what was measured there, and what is known of why. */
  private Diagnostic hotLine(LineCost line, LineMeasurement measured) {
    var view = attention.view();
    var message = new StringBuilder(MeasuredText.line(measured, view));
    double percent = attention.percent(measured.charged(), view);
    if (percent >= 1) {
      message.append(", ").append(Math.round(percent)).append(" % of all that ").append(verb());
    }
    MeasuredText.via(measured, view).ifPresent(via -> message.append(", ").append(via));
    var site = mostImportant(line);
    site.ifPresent(
        each ->
            message
                .append("; ")
                .append(SiteText.snippet(source, each))
                .append(": ")
                .append(SiteText.verdict(each))
                .append(because(each)));
    return new Diagnostic(
        site.map(each -> Ranges.of(source, each))
            .orElseGet(() -> Ranges.ofLine(source, line.line())),
        line.line(),
        attention.isWeighty(measured) ? Severity.WARNING : Severity.INFORMATION,
        DiagnosticCode.HOT_LINE,
        message.toString(),
        site.map(this::related).orElse(List.of()));
  }

  private String verb() {
    return switch (attention.view()) {
      case IN_USE -> "is in use";
      case ALLOCATED -> "was allocated";
    };
  }

  private static Optional<AllocationSite> mostImportant(LineCost line) {
    return line.sites().stream()
        .filter(Attention::mayReachHeap)
        .max(
            Comparator.comparingLong((AllocationSite site) -> Attention.least(site.size()))
                .thenComparing(site -> site.escape() == Escape.HEAP));
  }

  private Diagnostic large(AllocationSite site, Optional<LineMeasurement> measured) {
    return new Diagnostic(
        Ranges.of(source, site),
        site.profileLine(),
        Severity.WARNING,
        DiagnosticCode.LARGE_ALLOCATION,
        SiteText.snippet(source, site)
            + " allocates "
            + SiteText.bytes(site.size()).orElse("much")
            + where(site)
            + (site.inLoop() ? " in each turn of the loop" : " each time")
            + because(site)
            + suffix(measured),
        related(site));
  }

  private Diagnostic inLoop(AllocationSite site, Optional<LineMeasurement> measured) {
    return new Diagnostic(
        Ranges.of(source, site),
        site.profileLine(),
        Severity.HINT,
        DiagnosticCode.ALLOCATION_IN_LOOP,
        SiteText.snippet(source, site)
            + " allocates"
            + SiteText.bytes(site.size()).map(bytes -> " " + bytes).orElse("")
            + where(site)
            + " in each turn of the loop"
            + because(site)
            + suffix(measured),
        related(site));
  }

  private static String where(AllocationSite site) {
    return site.escape() == Escape.HEAP ? " on the heap" : "";
  }

  private static String because(AllocationSite site) {
    return site.reason().isEmpty() ? "" : " (" + site.reason() + ")";
  }

  private String suffix(Optional<LineMeasurement> measured) {
    return measured
        .map(each -> MeasuredText.line(each, attention.view()))
        .filter(text -> !text.isEmpty())
        .map(text -> " · " + text)
        .orElse("");
  }

  private List<Related> related(AllocationSite site) {
    return site.path().stream()
        .filter(step -> step.file() == source)
        .map(
            step ->
                new Related(Range.of(source.lines(), step.offset(), step.offset()), step.text()))
        .map(
            each -> new Related(Ranges.ofLine(source, each.range().start().line()), each.message()))
        .toList();
  }
}
