package dev.heapline.alloc.find;

import dev.heapline.alloc.CompilerFacts;
import dev.heapline.alloc.CompilerFacts.Position;
import dev.heapline.alloc.Surroundings;
import dev.heapline.alloc.site.Kind;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Our sites beside what the compiler says of heap and stack, line by line.
 *
 * <p>As a program it prints the table: arguments are a file with the compiler's output, or {@code
 * -}, a build cache folder, and package patterns; {@code -Dlist} lists differences.
 */
final class SiteComparison {
  /** The compiler's positions hold no larger columns. */
  private static final int LARGEST_COLUMN = 255;

  private final Map<String, Integer> missing = new TreeMap<>();
  private final Map<Kind, Counts> kinds = new EnumMap<>(Kind.class);
  private final List<String> differences = new ArrayList<>();
  private final MovedParameters moved = new MovedParameters();
  private int lines;
  private int linesWithSite;
  private int facts;
  private int factsAtSite;
  private long sites;

  /** How many sites of a kind the compiler speaks of. */
  static final class Counts {
    int sites;
    int atPosition;
    int onLine;
    int generic;
    int literal;
    int nothing;
    int silent;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder =
        System.getProperty("folder") == null
            ? Files.createTempDirectory("heapline-sites")
            : Path.of(System.getProperty("folder"));
    var patterns = List.of(arguments).subList(2, arguments.length);
    var facts =
        arguments[0].equals("-")
            ? CompilerFacts.of(folder, Path.of(arguments[1]), patterns)
            : CompilerFacts.read(folder, Path.of(arguments[0]));
    var comparison = run(folder, facts, patterns);
    System.out.println(comparison.table());
    if (System.getProperty("list") != null) {
      comparison.differences.forEach(System.out::println);
    }
  }

  static SiteComparison run(Path folder, CompilerFacts facts, List<String> patterns)
      throws IOException, InterruptedException {
    var comparison = new SiteComparison();
    CheckedProgram.list(folder, patterns)
        .forEach((program, checked) -> comparison.compare(program, checked, facts));
    return comparison;
  }

  private record Line(Path file, int line) {}

  private void compare(Program program, CheckedPackage checked, CompilerFacts compiler) {
    // The runtime may not allocate on the heap, and is compiled by rules of its own.
    String name = checked.id().path();
    if (name.startsWith("runtime") || name.startsWith("internal/runtime")) {
      return;
    }
    var finder = new SiteFinder(program, GoRelease.NEWEST, checked, moved);
    var ours = new HashSet<Position>();
    var ourLines = new HashSet<Line>();
    var theirLines = new HashMap<Line, String>();
    for (var entry : compiler.decided().entrySet()) {
      theirLines.put(new Line(entry.getKey().file(), entry.getKey().line()), "");
    }
    for (var file : checked.files()) {
      var path = Path.of(file.tree().source().path());
      var table = file.tree().source().lines();
      var surroundings = new Surroundings(file.tree());
      for (int i = 0; i < file.facts().size(); i++) {
        int offset = file.tree().declarations().get(i).offset();
        for (var site : finder.of(file, i)) {
          sites++;
          int anchor = offset + site.anchor();
          var position = new Position(path, table.line(anchor), table.column(anchor));
          ours.add(position);
          ourLines.add(new Line(path, position.line()));
          count(site, position, anchor, compiler, theirLines, surroundings);
        }
      }
      theirs(path, compiler, ours, ourLines);
    }
  }

  private void count(
      Site site,
      Position position,
      int offset,
      CompilerFacts compiler,
      Map<Line, String> theirLines,
      Surroundings surroundings) {
    var count = kinds.computeIfAbsent(site.kind(), _ -> new Counts());
    count.sites++;
    if (compiler.decided().containsKey(position)) {
      count.atPosition++;
    } else if (theirLines.containsKey(new Line(position.file(), position.line()))) {
      count.onLine++;
    } else if (!site.allocates()) {
      count.nothing++;
    } else if (surroundings.inGenericFunction(offset)) {
      count.generic++;
    } else if (surroundings.inLiteral(offset)) {
      count.literal++;
    } else {
      count.silent++;
      if (isPrinted(site.kind())) {
        differences.add("no word of " + site.kind().spelling() + " " + text(position));
      }
    }
  }

  /** {@return whether the compiler speaks of such sites} */
  static boolean isPrinted(Kind kind) {
    return switch (kind) {
      case MAKE_CHANNEL, MAP_ASSIGN, GO, DEFER, RUNTIME, VARIABLE -> false;
      default -> true;
    };
  }

  private void theirs(Path file, CompilerFacts compiler, Set<Position> ours, Set<Line> ourLines) {
    Map<Line, List<String>> unmatched = new HashMap<>();
    for (var position : compiler.in(file)) {
      var messages = compiler.decided().getOrDefault(position, Set.of());
      facts++;
      boolean here = ours.contains(position) || position.column() >= LARGEST_COLUMN;
      factsAtSite += here ? 1 : 0;
      var line = new Line(file, position.line());
      String kind = "";
      if (!ourLines.contains(line)) {
        kind =
            compiler.inlined().contains(position)
                ? "inlined copy"
                : classify(messages.iterator().next());
      }
      unmatched.computeIfAbsent(line, _ -> new ArrayList<>()).add(kind);
      if (!here && !kind.equals("inlined copy")) {
        differences.add(
            (ourLines.contains(line) ? "elsewhere on line " : "no site ")
                + text(position)
                + " "
                + messages);
      }
    }
    unmatched.forEach(
        (_, classes) -> {
          lines++;
          boolean found = classes.contains("");
          linesWithSite += found ? 1 : 0;
          if (!found) {
            missing.merge(classes.getFirst(), 1, Integer::sum);
          }
        });
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
    return message.endsWith(" does not escape") ? "expression on the stack" : "expression";
  }

  private static String text(Position position) {
    return position.file() + ":" + position.line() + ":" + position.column();
  }

  /** {@return the share of the lines that the compiler speaks of that have a site of ours} */
  double found() {
    int copies = missing.getOrDefault("inlined copy", 0);
    return (double) linesWithSite / (lines - copies);
  }

  /** {@return the share of our sites of a kind of which the compiler speaks, or cannot speak} */
  double confirmed(Kind kind) {
    var count = kinds.getOrDefault(kind, new Counts());
    return count.sites == 0 ? 1 : 1 - (double) count.silent / count.sites;
  }

  long sites() {
    return sites;
  }

  String table() {
    var text = new StringBuilder();
    text.append(
        row("kind", "sites", "at place", "on line", "nothing", "generic", "literal", "no word"));
    for (var kind : Arrays.asList(Kind.values())) {
      var count = kinds.getOrDefault(kind, new Counts());
      text.append(
          row(
              kind.spelling(),
              count.sites,
              count.atPosition,
              count.onLine,
              count.nothing,
              count.generic,
              count.literal,
              count.silent));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%d sites; the compiler's lines: %d, %d with a site (%.3f%% of those not inlined)%n",
            sites,
            lines,
            linesWithSite,
            100 * found()));
    text.append(
        String.format(
            Locale.ROOT, "its places: %d, %d with a site right there%n", facts, factsAtSite));
    return text.append("without a site: ").append(missing).append('\n').toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-13s %7s %9s %8s %8s %8s %8s %8s%n", cells);
  }
}
