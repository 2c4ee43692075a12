package dev.heapline.linecost.measured;

import dev.heapline.alloc.find.Site;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Predicted bytes of sites beside the objects that a run allocated, line by line.
 *
 * <p>As a program it prints the table: arguments are the import paths of packages whose tests are
 * run; {@code -Dlist} lists differences.
 */
final class MeasuredComparison {
  private static final Set<Long> GOROUTINES = Set.of(480L);
  private static final int OFTEN = 10;

  private final Map<Kind, Count> kinds = new EnumMap<>(Kind.class);
  private final Map<String, Integer> others = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private int lines;
  private int withoutSite;
  private int fixedLines;
  private int fixedEqual;
  private int variable;
  private int variableInside;
  private int steady;
  private int steadyFixed;
  private int withFormula;
  private int narrow;

  /** Lines whose only sites are of one kind. */
  private static final class Count {
    int lines;
    int fixed;
    int equal;
    int variable;
    int inside;
    int unknown;
    int steadyNotFixed;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("heapline-measured");
    var comparison = run(List.of(arguments), folder);
    System.out.println(comparison.table());
    if (System.getProperty("list") != null) {
      comparison.differences.forEach(System.out::println);
    }
  }

  static MeasuredComparison run(List<String> packages, Path folder)
      throws IOException, InterruptedException {
    var measured = new LineObjects();
    for (String each : packages) {
      measured.run(each, folder);
    }
    var sites = LineSites.of(packages, folder);
    var comparison = new MeasuredComparison();
    measured
        .files()
        .forEach(
            (file, lines) ->
                lines.forEach((line, objects) -> comparison.compare(file, line, objects, sites)));
    measured
        .initializers()
        .forEach(
            (file, lines) ->
                lines.forEach(
                    (line, objects) ->
                        comparison.compare(
                            sites.withLine(
                                file, line, objects.keySet(), MeasuredComparison::explains),
                            line,
                            objects,
                            sites)));
    return comparison;
  }

  private void compare(String file, int line, Map<Long, Long> objects, LineSites sites) {
    if (file.contains("/src/runtime/") || file.contains("/src/internal/runtime/")) {
      others.merge("lines of the runtime", 1, Integer::sum);
      return;
    }
    if (!sites.knows(file)) {
      others.merge("lines of generated files", 1, Integer::sum);
      return;
    }
    lines++;
    var here = sites.on(file, line).stream().filter(Site::allocates).toList();
    String place = file + ":" + line + " " + objects + " " + describe(here);
    if (here.isEmpty()) {
      withoutSite++;
      differences.add("no site " + place);
      return;
    }
    var own = here.stream().filter(site -> site.kind() != Kind.RUNTIME).toList();
    var known = own.isEmpty() ? here : own;
    boolean fixed = known.stream().allMatch(site -> site.size() instanceof Size.Fixed);
    boolean equal = objects.keySet().stream().allMatch(size -> explains(here, size));
    boolean unknown = known.stream().anyMatch(site -> site.size() instanceof Size.Unknown);
    if (fixed) {
      fixedLines++;
      fixedEqual += equal ? 1 : 0;
    } else if (!unknown) {
      variable++;
      variableInside += equal ? 1 : 0;
      countRange(known);
    }
    if (!equal && !unknown) {
      differences.add((fixed ? "not equal " : "outside ") + place);
    }
    count(known, fixed, unknown, equal, objects, place);
  }

  private void countRange(List<Site> sites) {
    for (var site : sites) {
      if (site.size() instanceof Size.Variable range) {
        withFormula += range.formula().isEmpty() ? 0 : 1;
        narrow +=
            range.maximum().isPresent() && range.maximum().getAsLong() <= 4 * range.minimum()
                ? 1
                : 0;
      }
    }
  }

  private void count(
      List<Site> sites,
      boolean fixed,
      boolean unknown,
      boolean equal,
      Map<Long, Long> objects,
      String place) {
    var found = new TreeSet<Kind>();
    sites.forEach(site -> found.add(site.kind()));
    boolean never =
        objects.size() == 1 && objects.values().iterator().next() >= OFTEN && sites.size() == 1;
    if (never) {
      steady++;
      steadyFixed += fixed ? 1 : 0;
      if (!fixed) {
        differences.add("never varies " + place);
      }
    }
    if (found.size() != 1) {
      return;
    }
    var count = kinds.computeIfAbsent(found.first(), _ -> new Count());
    count.lines++;
    count.fixed += fixed ? 1 : 0;
    count.equal += fixed && equal ? 1 : 0;
    count.variable += !fixed && !unknown ? 1 : 0;
    count.inside += !fixed && !unknown && equal ? 1 : 0;
    count.unknown += unknown ? 1 : 0;
    count.steadyNotFixed += never && !fixed ? 1 : 0;
  }

  private static boolean explains(List<Site> sites, long size) {
    return GOROUTINES.contains(size)
        || sites.stream()
            .anyMatch(
                site ->
                    switch (site.size()) {
                      case Size.Fixed each -> each.blocks().contains(size);
                      // A range is that of all objects of a map together.
                      case Size.Variable _ when site.kind() == Kind.MAKE_MAP -> true;
                      case Size.Variable each ->
                          each.minimum() <= size && size <= each.maximum().orElse(Long.MAX_VALUE);
                      case Size.Unknown _ -> true;
                    });
  }

  private static String describe(List<Site> sites) {
    var text = new StringBuilder();
    for (var site : sites) {
      text.append(text.isEmpty() ? "" : ", ").append(site.kind().spelling()).append(' ');
      text.append(
          switch (site.size()) {
            case Size.Fixed each -> each.blocks().toString();
            case Size.Variable each ->
                each.minimum()
                    + ".."
                    + (each.maximum().isPresent() ? each.maximum().getAsLong() : "")
                    + " "
                    + each.formula();
            case Size.Unknown _ -> "?";
          });
    }
    return text.toString();
  }

  /** {@return the share of allocating lines that have no site of ours} */
  double withoutSite() {
    return (double) withoutSite / lines;
  }

  /** {@return the share of lines with sites of fixed size whose objects all have such a size} */
  double equal() {
    return (double) fixedEqual / fixedLines;
  }

  /** {@return the share of lines with sites of variable size whose objects are all in range} */
  double inside() {
    return (double) variableInside / variable;
  }

  int lines() {
    return lines;
  }

  String table() {
    var text = new StringBuilder();
    text.append(
        row("kind", "lines", "fixed", "equal", "variable", "inside", "unknown", "steady≠fixed"));
    kinds.forEach(
        (kind, count) ->
            text.append(
                row(
                    kind.spelling(),
                    count.lines,
                    count.fixed,
                    count.equal,
                    count.variable,
                    count.inside,
                    count.unknown,
                    count.steadyNotFixed)));
    text.append(
        String.format(
            Locale.ROOT,
            "%d allocating lines, %d without a site (%.2f%%)%n"
                + "%d with fixed sites, %d equal (%.2f%%); %d variable, %d inside (%.2f%%), of"
                + " their sites %d with a formula, %d with max ≤ 4·min%n"
                + "%d single sites that never varied, %d of them fixed (%.1f%%)%n%s%n",
            lines,
            withoutSite,
            100 * withoutSite(),
            fixedLines,
            fixedEqual,
            100 * equal(),
            variable,
            variableInside,
            100 * inside(),
            withFormula,
            narrow,
            steady,
            steadyFixed,
            100.0 * steadyFixed / Math.max(1, steady),
            others));
    return text.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-13s %7s %7s %7s %9s %7s %8s %13s%n", cells);
  }
}
