package dev.heapline.linecost.session;

import dev.heapline.alloc.AllocationSites;
import dev.heapline.history.LineMap;
import dev.heapline.linecost.file.FileCosts;
import dev.heapline.linecost.file.Lazy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was worked out of a snapshot. The next snapshot begins with the part of it that still holds.
 */
final class Memo {
  /**
   * The files that are built together.
   *
   * @param tests whether the test files are among them
   * @param alone the one file of it, where a build for the target leaves that file out
   */
  record GoPackage(Path folder, String name, boolean tests, Optional<Path> alone) {}

  /** Which of the profiles. */
  enum Slot {
    PROFILE,
    BASE
  }

  private record StoredLines(Path path, Slot slot) {}

  private final Map<Path, Lazy<Optional<FileCosts>>> costs = new ConcurrentHashMap<>();
  private final Map<GoPackage, Lazy<AllocationSites>> packages;
  private final Map<StoredLines, Lazy<Optional<LineMap>>> storedLines;

  private Memo(
      Map<GoPackage, Lazy<AllocationSites>> packages,
      Map<StoredLines, Lazy<Optional<LineMap>>> storedLines) {
    this.packages = packages;
    this.storedLines = storedLines;
  }

  static Memo empty() {
    return new Memo(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  /** {@return what still holds when a file has another text} */
  Memo afterChangeOf(Path path) {
    var folder = Optional.ofNullable(path.getParent());
    var kept = new ConcurrentHashMap<>(packages);
    kept.keySet().removeIf(each -> folder.equals(Optional.of(each.folder)));
    var keptLines = new ConcurrentHashMap<>(storedLines);
    keptLines.keySet().removeIf(each -> each.path.equals(path));
    return new Memo(kept, keptLines);
  }

  /** {@return what still holds when other profiles are loaded} */
  Memo afterLoading() {
    return new Memo(new ConcurrentHashMap<>(packages), new ConcurrentHashMap<>());
  }

  /** {@return what still holds when settings changed: nothing, as the target may be another} */
  Memo afterConfiguring() {
    return new Memo(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(storedLines));
  }

  Optional<FileCosts> costs(Path path, Supplier<Optional<FileCosts>> maker) {
    return costs.computeIfAbsent(path, _ -> new Lazy<>(maker)).get();
  }

  AllocationSites sites(GoPackage goPackage, Supplier<AllocationSites> maker) {
    return packages.computeIfAbsent(goPackage, _ -> new Lazy<>(maker)).get();
  }

  Optional<LineMap> lines(Path path, Slot slot, Supplier<Optional<LineMap>> maker) {
    return storedLines.computeIfAbsent(new StoredLines(path, slot), _ -> new Lazy<>(maker)).get();
  }
}
