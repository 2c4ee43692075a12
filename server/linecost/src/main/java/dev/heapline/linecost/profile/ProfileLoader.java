package dev.heapline.linecost.profile;

import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import java.nio.file.Path;

/**
 * Reads profiles and matches them with a workspace. Takes seconds for a large profile: call it on a
 * background thread, then give the result to the session. Immutable; any thread may use it.
 */
public final class ProfileLoader {
  private final Workspace workspace;
  private final Sources sources;

  /** Makes a loader for a workspace as it is now. */
  public ProfileLoader(Workspace workspace, Sources sources) {
    this.workspace = workspace;
    this.sources = sources;
  }

  /** {@return the profile in a file} */
  public ProfileOutcome load(Path file) {
    return new ProfileOutcome.Rejected(workspace.display(sources.real(file)), "not yet");
  }

  /**
   * {@return the profile in some bytes}
   *
   * @param name how messages name it
   */
  public ProfileOutcome load(String name, byte[] bytes) {
    return new ProfileOutcome.Rejected(name, "not yet");
  }
}
