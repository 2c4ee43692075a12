package dev.heapline.linecost.profile;

import dev.heapline.linecost.workspace.FolderWalk;
import dev.heapline.linecost.workspace.Workspace;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<Path, ProfileCandidate> found = new LinkedHashMap<>();
    for (var root : workspace.roots()) {
      var patterns = matchers(root.getFileSystem());
      FolderWalk.files(
          root,
          (file, attributes) -> {
            var name = file.getFileName();
            if (name != null && patterns.stream().anyMatch(pattern -> pattern.matches(name))) {
              found.put(
                  file,
                  new ProfileCandidate(
                      file, attributes.lastModifiedTime().toInstant(), attributes.size()));
            }
          });
    }
    return found.values().stream()
        .sorted(
            Comparator.comparing(ProfileCandidate::modified)
                .reversed()
                .thenComparing(ProfileCandidate::file))
        .toList();
  }

  private static List<PathMatcher> matchers(FileSystem fileSystem) {
    return PATTERNS.stream().map(pattern -> fileSystem.getPathMatcher("glob:" + pattern)).toList();
  }
}
