package dev.heapline.linecost.session;

import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.text.Edit;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/**
 * What one editor has open and loaded. One thread writes, in the order in which things happen;
 * every change makes a new snapshot, and any thread may read the current one.
 *
 * <p>Paths are absolute. All methods return the snapshot that they made.
 */
public final class Session {
  private final Sources sources;
  private volatile Snapshot current;

  /** Starts with nothing open and nothing loaded. */
  public Session(Workspace workspace, Settings settings, Sources sources) {
    this.sources = sources;
    this.current = new Snapshot(workspace, settings);
  }

  /** {@return the state as it is now} */
  public Snapshot snapshot() {
    return current;
  }

  /** Takes what the editor opened: from now on the editor's text is the file's. */
  public Snapshot open(Path file, long version, byte[] text) {
    return current;
  }

  /**
   * Changes an open file. Of a file that is not open nothing is known, and nothing happens.
   *
   * @param edits in order, each in the terms of the text that the one before it made
   */
  public Snapshot edit(Path file, long version, List<Edit> edits) {
    return current;
  }

  /** Takes notice that the editor closed a file: its text is the stored one again. */
  public Snapshot close(Path file) {
    return current;
  }

  /** Takes notice that a stored file was made, changed or deleted. */
  public Snapshot fileChangedOnDisk(Path file) {
    return current;
  }

  /** Measures lines with a profile from now on, in place of the one before. The base stays. */
  public Snapshot loadProfile(LoadedProfile profile) {
    return current;
  }

  /** Counts growth from a profile from now on. */
  public Snapshot setBase(LoadedProfile base) {
    return current;
  }

  /** Takes the base away; lines stay measured. */
  public Snapshot clearBase() {
    return current;
  }

  /** Takes profile and base away. */
  public Snapshot clear() {
    return current;
  }

  /** Takes new settings. */
  public Snapshot configure(Settings settings) {
    current = new Snapshot(current.workspace(), settings);
    return current;
  }

  /**
   * Takes a workspace with other folders or modules. A loaded profile stays matched with the old
   * one until it is loaded again.
   */
  public Snapshot changeWorkspace(Workspace workspace) {
    current = new Snapshot(workspace, current.settings());
    return current;
  }

  Sources sources() {
    return sources;
  }
}
