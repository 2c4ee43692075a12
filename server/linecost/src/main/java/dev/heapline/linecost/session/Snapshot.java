package dev.heapline.linecost.session;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.file.FileCosts;
import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The state of a session at one moment: an immutable value that any thread may ask.
 *
 * <p>A question that takes long stops with a {@link java.util.concurrent.CancellationException}
 * once a newer snapshot exists; whoever asked asks that one.
 */
public final class Snapshot {
  private final Workspace workspace;
  private final Settings settings;

  Snapshot(Workspace workspace, Settings settings) {
    this.workspace = workspace;
    this.settings = settings;
  }

  /** {@return whether a newer snapshot exists} */
  public boolean isOutdated() {
    return false;
  }

  /** {@return the folders that are open} */
  public Workspace workspace() {
    return workspace;
  }

  /** {@return what the user set} */
  public Settings settings() {
    return settings;
  }

  /** {@return the profile that lines are measured with} */
  public Optional<LoadedProfile> profile() {
    return Optional.empty();
  }

  /** {@return the profile that growth is counted from} */
  public Optional<LoadedProfile> base() {
    return Optional.empty();
  }

  /** {@return the files that are open, in no particular order} */
  public List<Path> openFiles() {
    return List.of();
  }

  /** {@return the text of a file: as the editor has it where it is open, else as it is stored} */
  public Optional<SourceFile> source(Path file) {
    return Optional.empty();
  }

  /** {@return all that is known of a file; empty where there is no such file} */
  public Optional<FileCosts> costs(Path file) {
    return Optional.empty();
  }

  /** {@return the ways from line to line} */
  public Jumps jumps() {
    return new Jumps();
  }

  /**
   * {@return which profile is loaded, of what age, program and sample type, in one line; empty
   * where none is}
   */
  public Optional<String> profileSummary() {
    return Optional.empty();
  }
}
