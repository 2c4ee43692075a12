package dev.heapline.app.check;

import dev.heapline.linecost.file.Severity;
import dev.heapline.linecost.session.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a check found. */
public final class CheckResult {
  private final Snapshot snapshot;
  private final List<CheckedPackage> packages;

  CheckResult(Snapshot snapshot, List<CheckedPackage> packages) {
    this.snapshot = snapshot;
    this.packages = packages;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  List<CheckedPackage> packages() {
    return packages;
  }

  Stream<CheckedFile> files() {
    return packages.stream().flatMap(each -> each.files().stream());
  }

  /** {@return whether a finding is as severe as this, or more} */
  public boolean has(Severity least) {
    return files()
        .flatMap(file -> file.costs().diagnostics().stream())
        .anyMatch(finding -> finding.severity().compareTo(least) <= 0);
  }

  /** {@return the first syntax error and how many more there are, in a line; empty without one} */
  public Optional<String> syntaxErrors() {
    List<String> errors =
        files()
            .flatMap(file -> file.errors().stream().map(error -> Places.of(file, error)))
            .toList();
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    int more = errors.size() - 1;
    return Optional.of(errors.getFirst() + (more == 0 ? "" : " (and " + more + " more)"));
  }
}
