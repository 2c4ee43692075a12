package dev.heapline.alloc;

import dev.heapline.alloc.CompilerFacts.Position;
import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Target;
import dev.heapline.golang.source.LineTable;
import dev.heapline.golang.syntax.GoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Our verdicts beside the compiler's, over packages.
 *
 * <p>As a program it prints the table: arguments are a build cache folder and package patterns.
 */
final class CompilerComparison {
  /** The compiler's positions hold no larger columns. */
  private static final int LARGEST_COLUMN = 255;

  private final Map<Kind, Counts> counts = new EnumMap<>(Kind.class);
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> missing = new TreeMap<>();
  private final List<String> missed = new ArrayList<>();
  private int sites;
  private int decided;
  private int compilerHeap;
  private int compilerHeapWithSite;
  private int compilerHeapFound;

  /** What became of the sites of one kind that we call heap. */
  static final class Counts {
    int heap;
    int confirmed;
    int contradicted;
    int silent;
    int unexplained;
    int inGeneric;
    int inLiteral;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path cache = Path.of(arguments[0]);
    List<String> patterns = List.of(arguments).subList(1, arguments.length);
    Path folder = Files.createTempDirectory("heapline-compare");
    CompilerComparison comparison = run(folder, cache, patterns);
    System.out.println(comparison.table());
    if (Boolean.getBoolean("list")) {
      comparison.wrong.forEach(System.out::println);
      comparison.missed.forEach(System.out::println);
    }
  }

  static CompilerComparison run(Path folder, Path cache, List<String> patterns)
      throws IOException, InterruptedException {
    CompilerFacts facts = CompilerFacts.of(folder, cache, patterns);
    var comparison = new CompilerComparison();
    for (GoPackages.GoPackage each : GoPackages.list(folder, patterns)) {
      // The runtime may not allocate on the heap, and is compiled by rules of its own.
      if (!each.path().startsWith("runtime") && !each.path().startsWith("internal/runtime")) {
        comparison.compare(each, facts);
      }
    }
    return comparison;
  }

  private void compare(GoPackages.GoPackage goPackage, CompilerFacts facts) {
    AllocationSites analysis = AllocationSites.of(goPackage.files(), Target.LINUX_AMD64);
    Set<Position> ours = new HashSet<>();
    Set<Position> oursOnHeap = new HashSet<>();
    Set<Path> files = new HashSet<>();
    for (GoFile file : goPackage.files()) {
      Path path = Path.of(file.source().path());
      files.add(path);
      LineTable lines = file.source().lines();
      var surroundings = new Surroundings(file);
      for (AllocationSite site : analysis.in(file)) {
        var position = new Position(path, lines.line(site.anchor()), lines.column(site.anchor()));
        ours.add(position);
        sites++;
        if (site.escape() == Escape.HEAP) {
          decided++;
          oursOnHeap.add(position);
          check(site, position, facts, surroundings);
        }
      }
    }
    for (var entry : facts.heap().entrySet()) {
      if (files.contains(entry.getKey().file())) {
        compilerHeap++;
        compilerHeapWithSite += ours.contains(entry.getKey()) ? 1 : 0;
        compilerHeapFound += oursOnHeap.contains(entry.getKey()) ? 1 : 0;
        if (!ours.contains(entry.getKey())) {
          String message = entry.getValue().iterator().next();
          String kind =
              facts.inlined().contains(entry.getKey()) ? "inlined copy" : classify(message);
          missing.merge(kind, 1, Integer::sum);
          if (!kind.equals("inlined copy") && !kind.equals("constant")) {
            missed.add("no site " + text(entry.getKey()) + " " + entry.getValue());
          }
        }
      }
    }
  }

  private static String classify(String message) {
    if (message.startsWith("moved to heap")) {
      return "moved variable";
    }
    if (message.startsWith("... argument")) {
      return "variadic slice";
    }
    if (message.startsWith("\"") || message.matches("^-?[0-9].*")) {
      return "constant";
    }
    return "other expression";
  }

  private void check(
      AllocationSite site, Position position, CompilerFacts facts, Surroundings surroundings) {
    Counts count = counts.computeIfAbsent(site.kind(), _ -> new Counts());
    count.heap++;
    if (facts.heap().containsKey(position)) {
      count.confirmed++;
    } else if (position.column() > LARGEST_COLUMN) {
      count.silent++;
    } else if (!isPrinted(site)) {
      count.silent++;
    } else if (facts.stack().containsKey(position)) {
      count.contradicted++;
      wrong.add("contradicted " + describe(site, position));
    } else if (surroundings.inGenericFunction(site.start())) {
      count.inGeneric++;
    } else if (surroundings.inLiteral(site.start())) {
      count.inLiteral++;
    } else {
      count.unexplained++;
      wrong.add("unexplained " + describe(site, position));
    }
  }

  /** {@return whether the compiler prints anything of such a site} */
  private static boolean isPrinted(AllocationSite site) {
    return switch (site.kind()) {
      case MAKE_CHANNEL, GO, DEFER -> false;
      case CALL, CONCATENATION -> !site.path().isEmpty();
      default -> true;
    };
  }

  private static String describe(AllocationSite site, Position position) {
    return site.kind().spelling() + " " + text(position) + " " + site.reason();
  }

  private static String text(Position position) {
    return position.file() + ":" + position.line() + ":" + position.column();
  }

  List<String> wrong() {
    return wrong;
  }

  /** {@return the share of our heap verdicts that the compiler does not contradict, by kind} */
  double precision(Kind kind) {
    Counts count = counts.getOrDefault(kind, new Counts());
    int bad = count.contradicted + count.unexplained;
    return count.heap == 0 ? 1 : 1 - (double) bad / count.heap;
  }

  int decided() {
    return decided;
  }

  String table() {
    var text = new StringBuilder();
    text.append(row("kind", "heap", "confirmed", "unprinted", "generic", "literal", "no word"))
        .append(String.format(Locale.ROOT, " %12s %10s%n", "contradicted", "precision"));
    counts.forEach(
        (kind, count) ->
            text.append(
                    row(
                        kind.spelling(),
                        count.heap,
                        count.confirmed,
                        count.silent,
                        count.inGeneric,
                        count.inLiteral,
                        count.unexplained))
                .append(
                    String.format(
                        Locale.ROOT,
                        " %12d %9.3f%%%n",
                        count.contradicted,
                        100 * precision(kind))));
    text.append(
        String.format(
            Locale.ROOT,
            "%d sites, %d called heap (%.1f%%), %d of these wrong or unexplained%n",
            sites,
            decided,
            100.0 * decided / sites,
            wrong.size()));
    text.append(
        String.format(
            Locale.ROOT,
            "compiler: %d heap expressions, %d have a site of ours, %d of these called heap%n",
            compilerHeap,
            compilerHeapWithSite,
            compilerHeapFound));
    return text.append("without a site: ").append(missing).append('\n').toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-13s %6s %9s %9s %8s %8s %8s", cells);
  }
}
