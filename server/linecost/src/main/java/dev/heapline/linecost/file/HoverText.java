package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Step;
import dev.heapline.base.Quantity;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.profile.Amount;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.profile.View;
import dev.heapline.linecost.text.Place;
import dev.heapline.linecost.text.Range;
import dev.heapline.linecost.workspace.FunctionName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what is known of a line: one short table, then why, then where the numbers are from. */
final class HoverText {
  private static final int MOST_SITES = 5;
  private static final int MOST_CALLEES = 3;

  private final Path path;
  private final SourceFile source;
  private final Attention attention;
  private final Optional<Origin> origin;
  private final Links links;
  private final Instant now;

  HoverText(
      Path path,
      SourceFile source,
      Attention attention,
      Optional<Origin> origin,
      Links links,
      Instant now) {
    this.path = path;
    this.source = source;
    this.attention = attention;
    this.origin = origin;
    this.links = links;
    this.now = now;
  }

  String of(LineCost line, Optional<Place> hottestCaller) {
    var sites = line.sites().stream().filter(AllocationSite::allocates).toList();
    var text = new StringBuilder("| heap cost | |\n|:--|:--|\n");
    sites.stream().limit(MOST_SITES).forEach(site -> row(text, "predicted", predicted(site)));
    if (sites.size() > MOST_SITES) {
      row(text, "", "and " + (sites.size() - MOST_SITES) + " more");
    }
    line.measured().ifPresent(measured -> measured(text, measured));
    sites.stream().limit(MOST_SITES).forEach(site -> why(text, site));
    if (line.measured().isPresent()) {
      hottestCaller.ifPresent(
          place -> text.append("\nMost expensive caller: ").append(link(place)).append("\n"));
      origin.ifPresent(each -> origin(text, each));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("| ").append(name).append(" | ").append(value).append(" |\n");
  }

  private String predicted(AllocationSite site) {
    String verdict = SiteText.verdict(site) + (site.inLoop() ? ", in a loop" : "");
    return (site.escape() == Escape.HEAP ? "⚠ " : "")
        + verdict
        + " — "
        + Markdown.code(SiteText.snippet(source, site));
  }

  private void measured(StringBuilder text, LineMeasurement measured) {
    for (var view : View.values()) {
      var amount = measured.charged().in(view);
      if (!amount.isZero()) {
        row(text, view.text(), amountWithError(amount) + share(measured, view));
      }
    }
    measured
        .growth()
        .filter(growth -> !growth.isZero())
        .ifPresent(growth -> row(text, "growth", MeasuredText.growth(growth)));
    measured.via().stream()
        .filter(via -> via.measurement().in(attention.view()).bytes() != 0)
        .limit(MOST_CALLEES)
        .forEach(
            via ->
                row(
                    text,
                    "via",
                    Markdown.code(
                            via.function().isEmpty()
                                ? "code without a name"
                                : FunctionName.shortened(via.function()))
                        + " "
                        + Quantity.bytes(via.measurement().in(attention.view()).bytes())
                        + " "
                        + attention.view().text()));
    var view = attention.view();
    long flat = measured.flat().in(view).bytes();
    long cumulative = measured.cumulative().in(view).bytes();
    if (flat != cumulative) {
      row(
          text,
          "flat / cum",
          Quantity.bytes(flat) + " / " + Quantity.bytes(cumulative) + " " + view.text());
    }
  }

  private String amountWithError(Amount amount) {
    long error =
        origin
            .map(each -> MeasuredText.samplingError(amount, each.profile().samplingPeriod()))
            .orElse(0L);
    // Less than a hundredth is no news.
    return MeasuredText.amount(amount)
        + (100 * error > amount.bytes() ? " ± " + Quantity.bytes(error) : "");
  }

  private String share(LineMeasurement measured, View view) {
    double percent = attention.percent(measured.charged(), view);
    return percent >= 1 ? ", " + Math.round(percent) + " %" : "";
  }

  private void why(StringBuilder text, AllocationSite site) {
    if (!site.reason().isEmpty() && site.escape() != Escape.UNKNOWN) {
      text.append("\n")
          .append(Markdown.code(SiteText.snippet(source, site)))
          .append(site.escape() == Escape.STACK ? " stays on the stack: " : " is on the heap: ")
          .append(Markdown.plain(site.reason()));
      path(text, site.path());
      text.append("\n");
    }
  }

  /** The last step is what the reason says, so only its place is news. */
  private void path(StringBuilder text, List<Step> path) {
    if (path.isEmpty()) {
      return;
    }
    text.append(place(path.getLast()));
    if (path.size() > 1) {
      text.append(", by way of: ");
      text.append(
          path.subList(0, path.size() - 1).stream()
              .map(step -> Markdown.plain(step.text()) + place(step))
              .collect(Collectors.joining(" → ")));
    }
  }

  private String place(Step step) {
    var range = Range.of(step.file().lines(), step.offset(), step.offset());
    return Paths.of(path, source, step.file())
        .map(file -> " (" + link(new Place(file, range)) + ")")
        .orElse("");
  }

  private String link(Place place) {
    return "["
        + Markdown.plain(String.valueOf(place.path().getFileName()))
        + ":"
        + place.line()
        + "]("
        + links.target(place)
        + ")";
  }

  private void origin(StringBuilder text, Origin from) {
    text.append("\n*").append(Markdown.plain(from.text(now))).append("*\n");
    if (from.profile().differsFrom(path)) {
      text.append(
          "\n*The profile is of another version of this file: its functions begin on other lines,"
              + " so numbers may be on the wrong ones.*\n");
    }
  }
}
