package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A package and all that is known of it. */
public final class CheckedPackage {
  final PackageScope scope;
  final List<FileScope> fileScopes;
  final List<Entry> entries;
  private final List<File> files;

  /**
   * A file.
   *
   * @param tree what was parsed
   * @param facts those of each top-level declaration, in order
   * @param errors what no single declaration tells; offsets from the start of the file
   */
  public record File(GoFile tree, List<Facts> facts, List<TypeError> errors) {}

  private CheckedPackage(
      PackageScope scope, List<FileScope> fileScopes, List<Entry> entries, List<File> files) {
    this.scope = scope;
    this.fileScopes = fileScopes;
    this.entries = entries;
    this.files = files;
  }

  /** {@return a package whose declarations were all checked} */
  static CheckedPackage of(PackageScope scope, List<FileScope> fileScopes, List<Entry> entries) {
    var errors = new ArrayList<List<TypeError>>(fileScopes.size());
    fileScopes.forEach(file -> errors.add(file.errors()));
    var cycles = new InitializationCycles(scope, entries).find();
    // As the compiler does: what else is wrong may be the reason for them.
    boolean isSound =
        cycles.isEmpty()
            && errors.stream().allMatch(List::isEmpty)
            && fileScopes.stream().allMatch(CheckedPackage::isSound);
    for (var entry : cycles) {
      String name = entry.name().name();
      String message =
          entry.dependencies().contains(entry.symbol())
              ? "initialization cycle: " + name + " refers to itself"
              : "initialization cycle for " + name;
      errors.get(entry.site().fileIndex()).add(errorAt(entry, message));
    }
    addDotConflicts(scope, fileScopes, entries, errors);
    if (isSound) {
      for (var each : InstantiationCycles.find(scope, fileScopes, entries)) {
        errors
            .get(each.fileIndex())
            .add(new TypeError(each.offset(), "instantiation cycle", false));
      }
    }
    var files = new ArrayList<File>(fileScopes.size());
    for (int i = 0; i < fileScopes.size(); i++) {
      var file = fileScopes.get(i);
      files.add(new File(file.tree, file.allFacts(), List.copyOf(errors.get(i))));
    }
    return new CheckedPackage(
        scope, List.copyOf(fileScopes), List.copyOf(entries), List.copyOf(files));
  }

  /** What a file imports with a dot cannot be declared in the package as well. */
  private static void addDotConflicts(
      PackageScope scope,
      List<FileScope> files,
      List<Entry> entries,
      List<List<TypeError>> errors) {
    var dotted = files.stream().flatMap(file -> file.dotted().stream()).toList();
    if (dotted.isEmpty()) {
      return;
    }
    for (var entry : entries) {
      String name = entry.name().name();
      if (Symbol.isExported(name) && scope.entry(name).orElse(null) == entry) {
        dotConflict(scope.program(), dotted, name)
            .ifPresent(
                message -> errors.get(entry.site().fileIndex()).add(errorAt(entry, message)));
      }
    }
  }

  private static Optional<String> dotConflict(
      Program program, List<FileScope.Import> dotted, String name) {
    for (var each : dotted) {
      var imported = program.scope(each.symbol().imported());
      if (imported.flatMap(other -> other.entry(name)).isPresent()) {
        return Optional.of(
            "%s already declared through dot-import of package %s (\"%s\")"
                .formatted(name, imported.get().name(), each.path()));
      }
    }
    return Optional.empty();
  }

  private static TypeError errorAt(Entry entry, String message) {
    var tree = entry.site().file().tree;
    int offset = tree.declarations().get(entry.site().index()).offset();
    return new TypeError(offset + entry.name().start(), message, false);
  }

  private static boolean isSound(FileScope file) {
    return file.tree.errors().isEmpty()
        && file.allFacts().stream().allMatch(facts -> facts.errors().isEmpty());
  }

  /** {@return the package's identity} */
  public PackageId id() {
    return scope.id();
  }

  /** {@return the name in the package clause} */
  public String name() {
    return scope.name();
  }

  /** {@return the files in the order in which they were given} */
  public List<File> files() {
    return files;
  }
}
