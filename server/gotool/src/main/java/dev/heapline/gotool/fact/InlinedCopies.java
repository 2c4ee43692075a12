package dev.heapline.gotool.fact;

import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.Fact.Function;
import dev.heapline.gotool.fact.Fact.InlinedCall;
import dev.heapline.gotool.fact.Fact.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How often an expression is on the heap and how often on the stack, over the copies of its
 * function that were inlined into callers.
 *
 * <p>Of a copy on the heap the compiler tells where its source is. Of a copy on the stack it tells
 * the call and the expression; the source is the one expression in the functions inlined there that
 * reads the same, and where there are several, the copy is not counted. Equal copies at one call
 * are counted once on the stack.
 */
public final class InlinedCopies {
  private static final Pattern QUALIFIER =
      Pattern.compile("\\b[\\p{L}_][\\p{L}\\p{N}_]*\\.(?=[\\p{L}_])");
  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("\\[.*]");

  private InlinedCopies() {}

  /**
   * Copies of one expression.
   *
   * @param heap how many are on the heap
   * @param stack how many are known to be on the stack
   */
  public record Copies(int heap, int stack) {
    private static final Copies NONE = new Copies(0, 0);

    /** {@return whether the copies differ} */
    public boolean vary() {
      return heap > 0 && stack > 0;
    }

    private Copies plus(Verdict verdict, int more) {
      return verdict == Verdict.HEAP
          ? new Copies(heap + more, stack)
          : new Copies(heap, stack + more);
    }
  }

  /** A function that can be inlined, by its package's and its own name without type arguments. */
  private record Callee(String packageName, String name) {}

  private record Body(Callee function, String expression) {}

  /**
   * {@return the copies by the place of their source}
   *
   * @param packages all that is known: callees' own packages too, or their copies on the stack are
   *     not recognized. A package that was also compiled with its tests counts once
   */
  public static Map<Place, Copies> count(Collection<PackageFacts> packages) {
    Map<Body, Set<Place>> bodies = new HashMap<>();
    for (var each : packages) {
      if (!each.isForTest()) {
        addBodies(each, bodies);
      }
    }
    Set<String> untestedFiles = new HashSet<>();
    for (var each : packages) {
      if (!each.isForTest()) {
        each.files().forEach(file -> untestedFiles.add(file.path()));
      }
    }
    Map<Place, Copies> counts = new HashMap<>();
    for (var each : packages) {
      countCopies(each, untestedFiles, bodies, counts);
    }
    return counts;
  }

  private static void countCopies(
      PackageFacts facts,
      Set<String> untestedFiles,
      Map<Body, Set<Place>> bodies,
      Map<Place, Copies> counts) {
    Map<Place, List<String>> calls = calls(facts);
    for (var fact : facts.facts()) {
      if (!(fact instanceof Allocation allocation)
          || (facts.isForTest() && untestedFiles.contains(allocation.at().file()))) {
        continue;
      }
      if (!allocation.inlined().isEmpty()) {
        add(counts, allocation.origin(), allocation);
      } else if (calls.containsKey(allocation.at())) {
        Set<Place> origins = new HashSet<>();
        for (String callee : calls.get(allocation.at())) {
          origins.addAll(
              bodies.getOrDefault(
                  new Body(callee(callee, facts.name()), plain(allocation.expression())),
                  Set.of()));
        }
        if (origins.size() == 1) {
          add(counts, origins.iterator().next(), allocation);
        }
      }
    }
  }

  private static void add(Map<Place, Copies> counts, Place origin, Allocation allocation) {
    counts.put(
        origin,
        counts.getOrDefault(origin, Copies.NONE).plus(allocation.verdict(), allocation.copies()));
  }

  private static Map<Place, List<String>> calls(PackageFacts facts) {
    Map<Place, List<String>> calls = new HashMap<>();
    for (var fact : facts.facts()) {
      if (fact instanceof InlinedCall(Place at, String callee)) {
        calls.computeIfAbsent(at, _ -> new ArrayList<>()).add(callee);
      }
    }
    return calls;
  }

  /** The first function of a block is the declared one; what it allocates is in the same block. */
  private static void addBodies(PackageFacts facts, Map<Body, Set<Place>> bodies) {
    Map<String, SourceFile> files = new HashMap<>();
    facts.files().forEach(file -> files.put(file.path(), file));
    Map<Place, List<String>> calls = calls(facts);
    Map<Place, String> functions = new HashMap<>();
    for (var fact : facts.facts()) {
      if (fact instanceof Function function) {
        block(files, function.at()).ifPresent(b -> functions.putIfAbsent(b, function.name()));
      }
    }
    for (var fact : facts.facts()) {
      if (fact instanceof Allocation allocation
          && allocation.inlined().isEmpty()
          && !calls.containsKey(allocation.at())) {
        block(files, allocation.at())
            .map(functions::get)
            .filter(name -> !name.isEmpty())
            .ifPresent(
                name ->
                    bodies
                        .computeIfAbsent(
                            new Body(
                                callee(facts.name() + "." + name, facts.name()),
                                plain(allocation.expression())),
                            _ -> new HashSet<>())
                        .add(allocation.at()));
      }
    }
  }

  private static Optional<Place> block(Map<String, SourceFile> files, Place at) {
    var file = files.get(at.file());
    return file == null
        ? Optional.empty()
        : file.blockAt(at.line()).map(block -> new Place(at.file(), block.firstLine(), 0));
  }

  /** {@return a printed name, as {@code store.New}, {@code store.(*T).M} or {@code New}} */
  private static Callee callee(String printed, String ownPackage) {
    String name = TYPE_ARGUMENTS.matcher(printed).replaceAll("");
    var dot = name.indexOf('.');
    boolean qualified =
        dot > 0
            && name.charAt(0) != '('
            && (name.startsWith("(", dot + 1)
                || name.indexOf('.', dot + 1) > 0
                || isPackage(name, dot, ownPackage));
    return qualified
        ? new Callee(name.substring(0, dot), name.substring(dot + 1))
        : new Callee(ownPackage, name);
  }

  /** Methods of values read as functions of packages, {@code T.M}; package names are lower case. */
  private static boolean isPackage(String name, int dot, String ownPackage) {
    return name.substring(0, dot).equals(ownPackage) || Character.isLowerCase(name.charAt(0));
  }

  /** Names of other packages are qualified where a copy is; sizes may be known there. */
  private static String plain(String expression) {
    String text = QUALIFIER.matcher(expression).replaceAll("");
    int comma = text.startsWith("make(") ? text.indexOf(',') : -1;
    return comma < 0 ? text : text.substring(0, comma);
  }
}
