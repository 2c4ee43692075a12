package dev.heapline.golang.packages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A unit while its imports are still being settled. */
final class UnitDraft {
  private final String importPath;
  private final GoPackage source;
  private final String name;
  private final List<PackageFile> files;
  private final Optional<String> forTest;

  /** What the source says of each need, empty where it says nothing. */
  private final List<String> texts = new ArrayList<>();

  private final List<UnitDraft> needs = new ArrayList<>();

  UnitDraft(
      String importPath,
      GoPackage source,
      String name,
      List<PackageFile> files,
      Optional<String> forTest) {
    this.importPath = importPath;
    this.source = source;
    this.name = name;
    this.files = files;
    this.forTest = forTest;
  }

  GoPackage source() {
    return source;
  }

  List<PackageFile> files() {
    return files;
  }

  String identity() {
    return forTest.map(test -> importPath + " [" + test + ".test]").orElse(importPath);
  }

  void add(String text, UnitDraft unit) {
    texts.add(text);
    needs.add(unit);
  }

  void need(UnitDraft unit) {
    add("", unit);
  }

  void addAll(UnitDraft other) {
    texts.addAll(other.texts);
    needs.addAll(other.needs);
  }

  PackageUnit unit() {
    var imports = new LinkedHashMap<String, String>();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        imports.put(texts.get(i), needs.get(i).identity());
      }
    }
    return new PackageUnit(
        identity(),
        importPath,
        source,
        name,
        List.copyOf(files),
        forTest,
        Collections.unmodifiableMap(imports),
        PackageUnits.identities(needs));
  }

  /** {@return the units and all that they need, each after its needs} */
  static List<UnitDraft> order(List<UnitDraft> roots) {
    var seen = Collections.newSetFromMap(new IdentityHashMap<UnitDraft, Boolean>());
    var order = new ArrayList<UnitDraft>();
    roots.forEach(root -> visit(root, seen, order));
    return order;
  }

  private record Visit(UnitDraft unit, ArrayDeque<UnitDraft> rest) {}

  /** Depth first, on a stack of its own: import chains may be long. */
  private static void visit(UnitDraft root, Set<UnitDraft> seen, List<UnitDraft> order) {
    if (!seen.add(root)) {
      return;
    }
    var stack = new ArrayDeque<Visit>();
    stack.push(new Visit(root, new ArrayDeque<>(root.needs)));
    while (!stack.isEmpty()) {
      var top = stack.peek();
      var next = top.rest().poll();
      if (next == null) {
        order.add(stack.pop().unit());
      } else if (seen.add(next)) {
        stack.push(new Visit(next, new ArrayDeque<>(next.needs)));
      }
    }
  }

  /**
   * Puts the package under test in its test form in the place of its plain one, everywhere beneath
   * the program that runs the test; units that change by this are copied.
   */
  static void recompile(
      UnitDraft main, UnitDraft tested, UnitDraft test, Optional<UnitDraft> external) {
    var copies = new IdentityHashMap<UnitDraft, UnitDraft>();
    copies.put(tested, test);
    var own = new HashSet<>(List.of(main, test));
    external.ifPresent(own::add);
    for (var unit : order(List.of(main))) {
      if (unit != tested) {
        recompile(unit, own.contains(unit), tested.importPath, copies);
      }
    }
  }

  private static void recompile(
      UnitDraft unit, boolean own, String tested, Map<UnitDraft, UnitDraft> copies) {
    var target = unit;
    // A program that a test imports must not be linked as one.
    boolean program = unit.name.equals("main") && !own;
    if (program) {
      target = unit.copyFor(tested);
      copies.put(unit, target);
    }
    for (int i = 0; i < unit.needs.size(); i++) {
      var need = unit.needs.get(i);
      var copy = copies.getOrDefault(need, need);
      if (copy != need) {
        if (target == unit && !own) {
          target = unit.copyFor(tested);
          copies.put(unit, target);
        }
        target.needs.set(i, copy);
      }
    }
  }

  private UnitDraft copyFor(String tested) {
    var copy = new UnitDraft(importPath, source, name, files, Optional.of(tested));
    copy.addAll(this);
    return copy;
  }
}
