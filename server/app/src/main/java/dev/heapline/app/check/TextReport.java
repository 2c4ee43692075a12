package dev.heapline.app.check;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Step;
import dev.heapline.base.Quantity;
import dev.heapline.linecost.file.Diagnostic;
import dev.heapline.linecost.file.FileCosts;
import dev.heapline.linecost.file.LineCost;
import dev.heapline.linecost.file.MeasuredText;
import dev.heapline.linecost.file.Origin;
import dev.heapline.linecost.file.SiteText;
import dev.heapline.linecost.profile.View;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a result for a terminal: by file, each line with its cost, its source, and why.
 *
 * <p>Shown are the lines that deserve attention, the most expensive first where a profile was
 * given; or all, in the order of the source.
 */
public final class TextReport {
  private static final int LONGEST_SOURCE = 96;
  private static final String INDENTATION = "          ";

  private final CheckResult result;
  private final boolean all;
  private final Ink ink;
  private final Optional<Origin> origin;
  private final View view;
  private final StringBuilder text = new StringBuilder();

  private TextReport(CheckResult result, boolean all, Ink ink) {
    this.result = result;
    this.all = all;
    this.ink = ink;
    this.origin = result.snapshot().origin();
    this.view = origin.map(Origin::view).orElse(View.IN_USE);
  }

  /**
   * {@return the text of a result}
   *
   * @param all whether everything is shown
   */
  public static String of(CheckResult result, boolean all, Ink ink) {
    return new TextReport(result, all, ink).write();
  }

  /** A file, and the lines of it that are shown. */
  private record Shown(CheckedFile checked, List<LineCost> lines, long cost) {
    FileCosts file() {
      return checked.costs();
    }
  }

  private String write() {
    result
        .snapshot()
        .profileSummary()
        .ifPresent(summary -> text.append(ink.aside(summary)).append("\n\n"));
    var shown = result.files().map(this::shown).filter(each -> !each.lines.isEmpty());
    var files = all ? shown.toList() : mostExpensiveFirst(shown);
    files.forEach(this::file);
    summary(files);
    return text.toString();
  }

  private static List<Shown> mostExpensiveFirst(Stream<Shown> files) {
    return files.sorted(Comparator.comparingLong(each -> -each.cost)).toList();
  }

  private Shown shown(CheckedFile checked) {
    var file = checked.costs();
    var diagnosed = diagnosedLines(file);
    var lines =
        file.lines().stream()
            .filter(
                line ->
                    diagnosed.contains(line.line())
                        || line.measured().map(file.attention()::isWarm).orElse(false)
                        || (all && isAnything(line)))
            .toList();
    var ordered =
        all ? lines : lines.stream().sorted(Comparator.comparingLong(line -> -cost(line))).toList();
    return new Shown(checked, ordered, lines.stream().mapToLong(this::cost).max().orElse(0));
  }

  private static Set<Integer> diagnosedLines(FileCosts file) {
    var lines = new HashSet<Integer>();
    file.diagnostics().stream().map(Diagnostic::line).forEach(lines::add);
    return lines;
  }

  private static boolean isAnything(LineCost line) {
    return line.sites().stream().anyMatch(AllocationSite::allocates)
        || line.measured().map(measured -> !measured.charged().isZero()).orElse(false);
  }

  private long cost(LineCost line) {
    return line.measured().map(measured -> measured.charged().in(view).bytes()).orElse(0L);
  }

  private void file(Shown shown) {
    text.append(ink.file(shown.checked.name())).append("\n");
    for (var line : shown.lines) {
      if (all) {
        everything(shown.file(), line);
      } else {
        line(shown.file(), line);
      }
    }
    text.append("\n");
  }

  /** What deserves attention on a line, taken together. */
  private void line(FileCosts file, LineCost line) {
    var sites = line.sites().stream().filter(TextReport::isCostly).toList();
    head(file, line, column(file, line, sites), SiteText.line(sites));
    detail(source(file, line.line()));
    sites.stream()
        .filter(site -> !site.reason().isEmpty())
        .max(Comparator.comparing(site -> site.escape() == Escape.HEAP))
        .ifPresent(site -> detail(ink.aside(reason(site))));
  }

  /** Each site of a line for itself. */
  private void everything(FileCosts file, LineCost line) {
    var sites = line.sites().stream().filter(AllocationSite::allocates).toList();
    if (sites.isEmpty()) {
      head(file, line, column(file, line, sites), "");
      detail(source(file, line.line()));
    }
    var rest = line;
    for (var site : sites) {
      head(file, rest, file.source().lines().column(site.start()), SiteText.line(List.of(site)));
      detail(SiteText.snippet(file.source(), site));
      if (!site.reason().isEmpty()) {
        detail(ink.aside(reason(site)));
      }
      // What was measured on the line is said once.
      rest = new LineCost(line.line(), List.of(), Optional.empty());
    }
  }

  private static boolean isCostly(AllocationSite site) {
    return site.allocates() && site.escape() != Escape.STACK;
  }

  private static int column(FileCosts file, LineCost line, List<AllocationSite> sites) {
    var lines = file.source().lines();
    return sites.stream()
        .mapToInt(AllocationSite::start)
        .filter(start -> lines.line(start) == line.line())
        .map(lines::column)
        .findFirst()
        .orElseGet(() -> firstColumn(file, line.line()));
  }

  private static int firstColumn(FileCosts file, int line) {
    int offset = file.source().lines().start(line);
    int end = file.source().lines().end(line);
    while (offset < end
        && file.source().bytes()[offset] <= ' '
        && file.source().bytes()[offset] >= 0) {
      offset++;
    }
    return file.source().lines().column(offset);
  }

  private void head(FileCosts file, LineCost line, int column, String predicted) {
    String position = line.line() + ":" + column;
    text.append(ink.position(" ".repeat(Math.max(1, 8 - position.length())) + position))
        .append("  ");
    var parts = new ArrayList<String>();
    line.measured()
        .ifPresent(
            measured -> {
              String amounts = MeasuredText.line(measured, view);
              if (!amounts.isEmpty()) {
                parts.add(
                    file.attention().isWeighty(measured)
                        ? ink.weighty(amounts)
                        : ink.notable(amounts));
              }
              MeasuredText.via(measured, view).ifPresent(parts::add);
            });
    if (!predicted.isEmpty()) {
      parts.add(predicted.startsWith("⚠") ? ink.notable(predicted) : predicted);
    }
    text.append(String.join("  ", parts)).append("\n");
  }

  private void detail(String line) {
    text.append(INDENTATION).append(line).append("\n");
  }

  private static String source(FileCosts file, int line) {
    var lines = file.source().lines();
    int start = lines.start(line);
    String source =
        new String(file.source().bytes(), start, lines.end(line) - start, StandardCharsets.UTF_8)
            .strip()
            .replace('\t', ' ');
    return Terminal.safe(source, LONGEST_SOURCE);
  }

  /** The way to the heap; its last step is what the reason says. */
  private static String reason(AllocationSite site) {
    var reason = new StringBuilder();
    site.path().stream()
        .limit(Math.max(0, site.path().size() - 1))
        .forEach(step -> reason.append(step(step)).append(" → "));
    return reason.append(site.reason()).toString();
  }

  private static String step(Step step) {
    String path = step.file().path().replace('\\', '/');
    return step.text()
        + " ("
        + path.substring(path.lastIndexOf('/') + 1)
        + ":"
        + step.file().lines().line(step.offset())
        + ")";
  }

  private void summary(List<Shown> files) {
    int lines = files.stream().mapToInt(each -> each.lines.size()).sum();
    var parts = new ArrayList<String>();
    if (!all) {
      parts.add(lines == 0 ? "nothing deserves attention" : plural(lines, "line") + share(files));
    }
    long sites =
        result
            .files()
            .flatMap(file -> file.costs().sites().stream())
            .filter(AllocationSite::allocates)
            .count();
    parts.add(plural(sites, "allocation site") + " in " + plural(result.files().count(), "file"));
    parts.add(all ? plural(findings(), "finding") : "--all shows everything");
    text.append(ink.aside(String.join("; ", parts))).append("\n");
  }

  private long findings() {
    return result.files().mapToLong(file -> file.costs().diagnostics().size()).sum();
  }

  private String share(List<Shown> files) {
    if (origin.isEmpty()) {
      return " deserving attention";
    }
    long shown = files.stream().flatMap(each -> each.lines.stream()).mapToLong(this::cost).sum();
    long total = origin.get().profile().total().in(view).bytes();
    String of = Quantity.bytes(shown) + " of the " + Quantity.bytes(total) + " " + view.text();
    return total <= 0 ? "" : " with " + of + " (" + Math.round(100.0 * shown / total) + " %)";
  }

  private static String plural(long count, String noun) {
    return Quantity.count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
