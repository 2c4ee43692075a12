package dev.heapline.linecost.session;

import dev.heapline.alloc.AllocationSites;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.linecost.file.Attention;
import dev.heapline.linecost.file.FileCosts;
import dev.heapline.linecost.file.Origin;
import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The state of a session at one moment: an immutable value that any thread may ask.
 *
 * <p>A question that takes long stops with a {@link CancellationException} once a newer snapshot
 * exists; whoever asked asks that one.
 */
public final class Snapshot {
  private final State state;
  private final Memo memo;
  private final MeasuredLines measuredLines;
  private volatile boolean outdated;

  Snapshot(State state, Memo memo) {
    this.state = state;
    this.memo = memo;
    this.measuredLines = new MeasuredLines(state, memo);
  }

  State state() {
    return state;
  }

  Memo memo() {
    return memo;
  }

  MeasuredLines measuredLines() {
    return measuredLines;
  }

  void retire() {
    outdated = true;
  }

  void stopIfOutdated() {
    if (outdated) {
      throw new CancellationException("there is a newer snapshot");
    }
  }

  /** {@return whether a newer snapshot exists} */
  public boolean isOutdated() {
    return outdated;
  }

  /** {@return the folders that are open} */
  public Workspace workspace() {
    return state.workspace();
  }

  /** {@return what the user set} */
  public Settings settings() {
    return state.settings();
  }

  /** {@return the profile that lines are measured with} */
  public Optional<LoadedProfile> profile() {
    return state.profile();
  }

  /** {@return the profile that growth is counted from} */
  public Optional<LoadedProfile> base() {
    return state.base();
  }

  /** {@return the files that are open, in no particular order} */
  public List<Path> openFiles() {
    return List.copyOf(state.open().keySet());
  }

  /** {@return the text of a file: as the editor has it where it is open, else as it is stored} */
  public Optional<SourceFile> source(Path file) {
    return tree(file).map(GoFile::source);
  }

  /** {@return the tree of a file; empty where there is no such file} */
  public Optional<GoFile> tree(Path file) {
    return PackageFiles.tree(file, state);
  }

  /** {@return all that is known of a file; empty where there is no such file} */
  public Optional<FileCosts> costs(Path file) {
    stopIfOutdated();
    return memo.costs(file, () -> tree(file).map(tree -> costs(file, tree)));
  }

  private FileCosts costs(Path file, GoFile tree) {
    var goPackage = PackageFiles.packageOf(file, tree, state);
    var sites =
        memo.sites(
            goPackage,
            () -> AllocationSites.of(PackageFiles.of(goPackage, state), state.settings().target()));
    stopIfOutdated();
    var facts =
        new FileCosts.Facts(
            file,
            tree.source(),
            sites.in(tree),
            measuredLines.of(file),
            attention(),
            origin(),
            line -> jumps().callers(file, line).stream().findFirst().map(Jump::place),
            state.clock());
    return new FileCosts(facts);
  }

  private Attention attention() {
    return state
        .profile()
        .map(profile -> Attention.withProfile(state.settings(), profile.total(), state.view()))
        .orElseGet(() -> Attention.withoutProfile(state.settings()));
  }

  /** {@return where measured numbers come from; empty where no profile is loaded} */
  public Optional<Origin> origin() {
    return state.profile().map(profile -> new Origin(profile, state.base(), state.view()));
  }

  /** {@return the ways from line to line} */
  public Jumps jumps() {
    return new Jumps(this);
  }

  /**
   * {@return which profile is loaded, of what age, program and sample type, in one line; empty
   * where none is}
   */
  public Optional<String> profileSummary() {
    return origin().map(origin -> origin.text(state.clock().instant()));
  }
}
