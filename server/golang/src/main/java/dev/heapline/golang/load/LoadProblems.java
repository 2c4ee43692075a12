package dev.heapline.golang.load;

import dev.heapline.golang.module.ImportResolution.Missing;
import dev.heapline.golang.packages.PackageImport;
import dev.heapline.golang.packages.PackageProblem;
import dev.heapline.golang.packages.SourcePosition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Problems as they are noticed while packages are loaded: one for each reason. */
final class LoadProblems {
  private final Map<Object, Noticed> byReason = new LinkedHashMap<>();

  /** Of several packages that are missing for one reason, the first is told of. */
  private record Noticed(LoadProblem first, Set<String> missing) {
    LoadProblem problem() {
      return missing.size() < 2
          ? first
          : new LoadProblem(
              first.packageIdentity(), first.text(), first.position(), missing.size() - 1);
    }
  }

  private record MissingReason(Object reason, String subject) {}

  /** Notices that an imported package is not there. */
  synchronized void add(String importer, PackageImport imported, Missing missing) {
    var position = imported.positions().stream().findFirst();
    byReason
        .computeIfAbsent(
            new MissingReason(missing.reason(), missing.subject()),
            _ -> noticed(importer, missing.message(), position))
        .missing
        .add(missing.importPath());
  }

  /** Notices what is wrong with a package itself. */
  synchronized void add(String identity, PackageProblem problem) {
    add(identity, problem.text(), problem.position());
  }

  synchronized void add(String identity, String text, Optional<SourcePosition> position) {
    byReason.computeIfAbsent(text, _ -> noticed(identity, text, position));
  }

  private static Noticed noticed(String identity, String text, Optional<SourcePosition> position) {
    return new Noticed(new LoadProblem(identity, text, position, 0), new HashSet<>());
  }

  synchronized List<LoadProblem> all() {
    return byReason.values().stream().map(Noticed::problem).toList();
  }
}
