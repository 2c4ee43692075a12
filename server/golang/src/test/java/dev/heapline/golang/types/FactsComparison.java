package dev.heapline.golang.types;

import dev.heapline.golang.source.LineTable;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.FactsText;
import dev.heapline.golang.types.check.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What go/types knows of packages beside what we know, one package after another: no more than one
 * is held at a time.
 */
final class FactsComparison {
  private final Consumer<String> differences;
  private final Map<String, Tally> packages = new HashMap<>();
  private final Tally all = new Tally();
  private final Tally generic = new Tally();
  private final List<String> refused = new ArrayList<>();
  private final List<String> accepted = new ArrayList<>();

  /** Counts of lines. */
  static final class Tally {
    private long lines;
    private long different;

    private void add(long equal, long missing, long extra) {
      lines += equal + Math.max(missing, extra);
      different += Math.max(missing, extra);
    }

    long lines() {
      return lines;
    }

    long different() {
      return different;
    }

    /** {@return how much is equal, from 0 to 1} */
    double equal() {
      return lines == 0 ? 1 : 1 - different / (double) lines;
    }

    @Override
    public String toString() {
      return "%,d lines, %,d differ, %.5f %% equal".formatted(lines, different, 100 * equal());
    }
  }

  /**
   * @param differences is given every line that only one side has
   */
  FactsComparison(Consumer<String> differences) {
    this.differences = differences;
  }

  /** Compares one package with the lines that go/types has for it. */
  void compare(Program program, CheckedPackage checked, List<String> oracle) {
    String path = checked.id().path();
    var theirs = new HashSet<String>(oracle.size() * 2);
    var theirErrors = new ArrayList<String>();
    for (String line : oracle) {
      if (line.startsWith("error\t")) {
        theirErrors.add(line);
      } else {
        theirs.add(line);
      }
    }
    var ours = new HashSet<String>(theirs.size() * 2);
    FactsText.write(program, checked, ours::add);
    compareErrors(path, theirErrors, errors(checked));
    var genericLines = genericLines(checked);
    var whole = new Tally();
    long[] equal = new long[2];
    long[] missing = new long[2];
    long[] extra = new long[2];
    for (String line : theirs) {
      int kind = isGeneric(genericLines, line) ? 1 : 0;
      if (ours.remove(line)) {
        equal[kind]++;
      } else {
        missing[kind]++;
        differences.accept(path + "\tgo\t" + line);
      }
    }
    for (String line : ours) {
      extra[isGeneric(genericLines, line) ? 1 : 0]++;
      differences.accept(path + "\tours\t" + line);
    }
    for (int kind = 0; kind < 2; kind++) {
      whole.add(equal[kind], missing[kind], extra[kind]);
      all.add(equal[kind], missing[kind], extra[kind]);
    }
    generic.add(equal[1], missing[1], extra[1]);
    packages.put(path, whole);
  }

  private void compareErrors(String path, List<String> theirs, List<String> ours) {
    if (theirs.isEmpty() && !ours.isEmpty()) {
      refused.add(path + ": " + ours);
    } else if (ours.isEmpty() && !theirs.isEmpty()) {
      accepted.add(path + ": " + theirs);
    }
    theirs.forEach(each -> differences.accept(path + "\tgo\t" + each));
    ours.forEach(each -> differences.accept(path + "\tours\terror\t" + each));
  }

  /** {@return what is wrong with a package, with positions} */
  static List<String> errors(CheckedPackage checked) {
    return checked.files().stream().flatMap(file -> errors(file).stream()).toList();
  }

  /** {@return what is wrong with a file, with positions} */
  static List<String> errors(CheckedPackage.File file) {
    var errors = new ArrayList<String>();
    var lines = file.tree().source().lines();
    String name = file.tree().source().path();
    file.tree()
        .errors()
        .forEach(each -> errors.add(position(name, lines, each.offset()) + each.message()));
    file.errors()
        .forEach(each -> errors.add(position(name, lines, each.offset()) + each.message()));
    for (int i = 0; i < file.facts().size(); i++) {
      int offset = file.tree().declarations().get(i).offset();
      file.facts()
          .get(i)
          .errors()
          .forEach(
              each -> errors.add(position(name, lines, offset + each.offset()) + each.message()));
    }
    return errors;
  }

  private static String position(String file, LineTable lines, int offset) {
    return file + ":" + lines.line(offset) + ":" + lines.column(offset) + ": ";
  }

  /** The lines of each file on which something generic is declared. */
  private static Map<String, BitSet> genericLines(CheckedPackage checked) {
    var found = new HashMap<String, BitSet>();
    for (var file : checked.files()) {
      var lines = file.tree().source().lines();
      String path = file.tree().source().path();
      var set = new BitSet();
      for (var each : file.tree().declarations()) {
        var declaration = each.tree().declaration();
        if (isGeneric(declaration)) {
          set.set(
              lines.line(each.offset() + declaration.start()),
              lines.line(each.offset() + declaration.end()) + 1);
        }
      }
      found.put(path.substring(path.lastIndexOf('/') + 1), set);
    }
    return found;
  }

  private static boolean isGeneric(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Function function ->
          function.type().typeParameters().isPresent()
              || function.receiver().fields().stream().anyMatch(field -> hasIndex(field.type()));
      case Declaration.Types types ->
          types.specifications().stream()
              .map(Specification.Type::typeParameters)
              .anyMatch(each -> each.isPresent());
      default -> false;
    };
  }

  private static boolean hasIndex(Expression receiver) {
    return switch (receiver) {
      case Expression.Star star -> hasIndex(star.operand());
      case Expression.Parenthesized inner -> hasIndex(inner.inner());
      case Expression.Index _ -> true;
      default -> false;
    };
  }

  private static boolean isGeneric(Map<String, BitSet> lines, String fact) {
    int colon = fact.indexOf(':');
    int next = fact.indexOf(':', colon + 1);
    if (colon < 0 || next < 0) {
      return false;
    }
    var set = lines.get(fact.substring(0, colon));
    return set != null && set.get(Integer.parseInt(fact.substring(colon + 1, next)));
  }

  /** {@return all lines} */
  Tally all() {
    return all;
  }

  /** {@return the lines of generic functions and types} */
  Tally generic() {
    return generic;
  }

  /** {@return how many packages were compared} */
  int packages() {
    return packages.size();
  }

  /** {@return packages of which less than a part is equal} */
  Set<String> below(double part) {
    var found = new HashSet<String>();
    packages.forEach(
        (path, each) -> {
          if (each.equal() < part) {
            found.add(path + ": " + each);
          }
        });
    return found;
  }

  /** {@return packages that go/types accepts and we do not} */
  List<String> refused() {
    return refused;
  }

  /** {@return packages that we accept and go/types does not} */
  List<String> accepted() {
    return accepted;
  }

  /** {@return the figures, for a person} */
  String summary() {
    return """
    %d packages: %s
      generic code: %s
      %d packages differ somewhere; refused by us alone: %d; by go/types alone: %d"""
        .formatted(
            packages.size(),
            all,
            generic,
            packages.values().stream().filter(each -> each.different > 0).count(),
            refused.size(),
            accepted.size());
  }
}
