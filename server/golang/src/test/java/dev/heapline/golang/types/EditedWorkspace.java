package dev.heapline.golang.types;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import dev.heapline.golang.types.check.FactsText;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.PackageSource;
import dev.heapline.golang.types.check.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files and the packages that are made of them, edited in any way, snapshot after snapshot.
 *
 * <p>As a loader does, it says for each snapshot which packages have other files or other imports
 * than before, and lets no import close a cycle.
 */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
final class EditedWorkspace {
  /**
   * A package.
   *
   * @param files the names of its files; those that are not there are left out
   * @param instead where imports lead that do not mean the package of that path
   */
  record Unit(String path, List<String> files, Map<String, String> instead) {
    static Unit of(String path, String... files) {
      return new Unit(path, List.of(files), Map.of());
    }

    Unit importing(String path, String instead) {
      var more = new HashMap<>(this.instead);
      more.put(path, instead);
      return new Unit(this.path, files, Map.copyOf(more));
    }
  }

  /** Everything that a snapshot is made of. */
  record Content(Map<String, PackageInput.File> files, Map<String, Unit> units) {
    private Content copy() {
      return new Content(new TreeMap<>(files), new LinkedHashMap<>(units));
    }
  }

  private final GoPackages distribution;
  private Content content = new Content(new TreeMap<>(), new LinkedHashMap<>());
  private Map<String, PackageInput> inputs = Map.of();
  private Map<String, Map<String, String>> resolved = Map.of();
  private Program program;

  /**
   * @param distribution packages that are not edited
   */
  EditedWorkspace(GoPackages distribution) {
    this.distribution = distribution;
    this.program = distribution.program();
  }

  Program program() {
    return program;
  }

  Collection<Unit> units() {
    return content.units.values();
  }

  /** {@return the paths of the packages that have files} */
  List<String> paths() {
    return List.copyOf(inputs.keySet());
  }

  /** {@return the files and imports of a package that is there} */
  PackageInput input(String path) {
    return Optional.ofNullable(inputs.get(path)).orElseThrow();
  }

  List<String> fileNames() {
    return List.copyOf(content.files.keySet());
  }

  PackageInput.File file(String name) {
    return Optional.ofNullable(content.files.get(name)).orElseThrow();
  }

  String text(String name) {
    return new String(file(name).tree().source().bytes(), StandardCharsets.UTF_8);
  }

  /** Writes a file, which is parsed as an editor's server would parse it. */
  void write(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var before = content.files.get(name);
    write(
        name,
        before == null
            ? GoParser.parse(new SourceFile(name, 0, bytes))
            : GoParser.reparse(
                before.tree(), new SourceFile(name, before.tree().source().version() + 1, bytes)));
  }

  void write(String name, GoFile tree) {
    var before = content.files.get(name);
    content.files.put(
        name, new PackageInput.File(tree, before == null ? 27 : before.minorVersion()));
  }

  void replace(String name, String text, String other) {
    String before = text(name);
    if (!before.contains(text)) {
      throw new IllegalArgumentException(name + " has no " + text);
    }
    write(name, before.replace(text, other));
  }

  void remove(String name) {
    content.files.remove(name);
  }

  void version(String name, int minorVersion) {
    content.files.computeIfPresent(
        name, (_, file) -> new PackageInput.File(file.tree(), minorVersion));
  }

  void put(Unit unit) {
    content.units.put(unit.path, unit);
  }

  void drop(String path) {
    content.units.remove(path);
  }

  Content save() {
    return content.copy();
  }

  void restore(Content saved) {
    content = saved.copy();
  }

  /** Makes the next snapshot, {@return the packages that it was told have changed} */
  Set<String> advance() {
    var before = inputs;
    refresh();
    var changed = new HashSet<String>();
    before.forEach(
        (path, input) -> {
          if (inputs.get(path) != input) {
            changed.add(path);
          }
        });
    inputs.keySet().stream().filter(path -> !before.containsKey(path)).forEach(changed::add);
    var first = before.isEmpty();
    program = first ? fresh() : program.next(Set.copyOf(changed), source());
    return changed;
  }

  /** {@return a program of the same packages that knows of no version before} */
  Program fresh() {
    return distribution.program(workspace());
  }

  private PackageSource workspace() {
    var now = inputs;
    return path -> Optional.ofNullable(now.get(path));
  }

  private PackageSource source() {
    var now = workspace();
    return path ->
        now.load(path)
            .or(
                () ->
                    distribution.has(path)
                        ? Optional.of(distribution.input(path))
                        : Optional.empty());
  }

  private void refresh() {
    var files = new LinkedHashMap<String, List<PackageInput.File>>();
    content.units.forEach(
        (path, unit) -> {
          var present = new ArrayList<PackageInput.File>();
          for (String name : unit.files) {
            Optional.ofNullable(content.files.get(name)).ifPresent(present::add);
          }
          if (!present.isEmpty()) {
            files.put(path, List.copyOf(present));
          }
        });
    var targets = new HashMap<String, Map<String, String>>();
    files.forEach((path, present) -> targets.put(path, targets(path, present, files.keySet())));
    var next = new LinkedHashMap<String, PackageInput>();
    var nextResolved = new HashMap<String, Map<String, String>>();
    files.forEach(
        (path, present) -> {
          var leads = new HashMap<>(targets.get(path));
          leads.values().removeIf(target -> reaches(target, path, targets, new HashSet<>()));
          nextResolved.put(path, leads);
          var before = inputs.get(path);
          boolean same =
              before != null && before.files().equals(present) && leads.equals(resolved.get(path));
          next.put(
              path,
              same
                  ? before
                  : new PackageInput(
                      path, present, wanted -> Optional.ofNullable(leads.get(wanted))));
        });
    inputs = next;
    resolved = nextResolved;
  }

  private Map<String, String> targets(
      String path, List<PackageInput.File> files, Set<String> present) {
    var unit = content.units.get(path);
    var instead = unit == null ? Map.<String, String>of() : unit.instead;
    var targets = new HashMap<String, String>();
    for (var file : files) {
      for (String imported : imports(file.tree())) {
        String target = instead.getOrDefault(imported, imported);
        if (present.contains(target) || distribution.has(target)) {
          targets.put(imported, target);
        }
      }
    }
    return targets;
  }

  private static List<String> imports(GoFile tree) {
    var paths = new ArrayList<String>();
    for (var each : tree.declarations()) {
      if (each.tree().declaration() instanceof Declaration.Imports imports) {
        for (Specification.Import one : imports.specifications()) {
          if (one.path() instanceof Expression.BasicLiteral literal
              && literal.end() - literal.start() >= 2) {
            int start = each.offset() + literal.start() + 1;
            int length = literal.end() - literal.start() - 2;
            paths.add(new String(tree.source().bytes(), start, length, StandardCharsets.UTF_8));
          }
        }
      }
    }
    return paths;
  }

  private static boolean reaches(
      String from, String wanted, Map<String, Map<String, String>> targets, Set<String> passed) {
    return from.equals(wanted)
        || (passed.add(from)
            && targets.getOrDefault(from, Map.of()).values().stream()
                .anyMatch(next -> reaches(next, wanted, targets, passed)));
  }

  /** {@return what is known of each package that is there} */
  List<CheckedPackage> check() {
    return check(program);
  }

  List<CheckedPackage> check(Program of) {
    return inputs.keySet().stream().map(path -> of.check(path).orElseThrow()).toList();
  }

  /** {@return what differs between this snapshot and a fresh start: nothing, if all is well} */
  List<String> difference() {
    var fresh = fresh();
    // In whatever order packages are asked for, they say the same.
    paths().reversed().forEach(fresh::check);
    return difference(report(program, check()), report(fresh, check(fresh)));
  }

  static List<String> difference(List<String> ours, List<String> theirs) {
    if (ours.equals(theirs)) {
      return List.of();
    }
    var left = new HashSet<>(ours);
    var right = new HashSet<>(theirs);
    var difference = new ArrayList<String>();
    ours.stream().filter(line -> !right.contains(line)).forEach(line -> difference.add("+" + line));
    theirs.stream()
        .filter(line -> !left.contains(line))
        .forEach(line -> difference.add("-" + line));
    for (int i = 0; difference.isEmpty() && i < Math.min(ours.size(), theirs.size()); i++) {
      if (!ours.get(i).equals(theirs.get(i))) {
        difference.add("order: +" + ours.get(i) + " -" + theirs.get(i));
      }
    }
    return difference.isEmpty() ? List.of("other lengths") : difference;
  }

  /** {@return facts and errors as lines, in the order in which they are given} */
  static List<String> report(Program program, List<CheckedPackage> all) {
    var lines = new ArrayList<String>();
    for (var checked : all) {
      String path = checked.id().path();
      lines.add(path + "\tpackage " + checked.name());
      FactsText.write(program, checked, line -> lines.add(path + "\t" + line));
      lines.addAll(errors(checked));
    }
    return lines;
  }

  static List<String> errors(CheckedPackage checked) {
    var lines = new ArrayList<String>();
    for (var file : checked.files()) {
      String place = checked.id().path() + "\t" + file.tree().source().path() + "\t";
      file.errors().forEach(error -> lines.add(place + error));
      for (int i = 0; i < file.facts().size(); i++) {
        int offset = file.tree().declarations().get(i).offset();
        file.facts().get(i).errors().forEach(error -> lines.add(place + offset + "+" + error));
      }
    }
    return lines;
  }

  /** {@return whether nothing is wrong with a package} */
  static boolean isSound(CheckedPackage checked) {
    return checked.files().stream()
        .allMatch(
            file ->
                file.tree().errors().isEmpty()
                    && file.errors().isEmpty()
                    && file.facts().stream().allMatch(facts -> facts.errors().isEmpty()));
  }

  /** The names of the declarations, imports excepted, whose facts were found out anew. */
  static List<String> anew(List<CheckedPackage> before, List<CheckedPackage> after) {
    var known = Collections.newSetFromMap(new IdentityHashMap<Facts, Boolean>());
    before.forEach(each -> each.files().forEach(file -> known.addAll(file.facts())));
    var names = new ArrayList<String>();
    for (var each : after) {
      for (var file : each.files()) {
        for (int i = 0; i < file.facts().size(); i++) {
          var declaration = file.tree().declarations().get(i).tree().declaration();
          if (!known.contains(file.facts().get(i))
              && !(declaration instanceof Declaration.Imports)) {
            names.add(name(declaration));
          }
        }
      }
    }
    return names;
  }

  private static String name(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Function function -> function.name().name();
      case Declaration.Types types -> types.specifications().getFirst().name().name();
      case Declaration.Constants constants ->
          constants.specifications().getFirst().names().getFirst().name();
      case Declaration.Variables variables ->
          variables.specifications().getFirst().names().getFirst().name();
      case Declaration.Imports _, Declaration.Bad _ -> "";
    };
  }
}
