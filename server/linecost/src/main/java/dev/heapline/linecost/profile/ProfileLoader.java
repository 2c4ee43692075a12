package dev.heapline.linecost.profile;

import dev.heapline.base.MalformedInputException;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.ProfileReader;
import dev.heapline.pprof.lines.LineCosts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads profiles and matches them with a workspace. Takes seconds for a large profile: call it on a
 * background thread, then give the result to the session. Immutable; any thread may use it.
 */
public final class ProfileLoader {
  private static final long LARGEST_FILE = 1L << 30;

  private final Workspace workspace;
  private final Sources sources;

  /** Makes a loader for a workspace as it is now. */
  public ProfileLoader(Workspace workspace, Sources sources) {
    this.workspace = workspace;
    this.sources = sources;
  }

  /** {@return the profile in a file, named by its path in the workspace} */
  public ProfileOutcome load(Path file) {
    return load(workspace.display(file.toAbsolutePath().normalize()), file);
  }

  /**
   * {@return the profile in a file}
   *
   * @param name how messages name it
   */
  public ProfileOutcome load(String name, Path file) {
    var path = file.toAbsolutePath().normalize();
    try {
      if (Files.isDirectory(path)) {
        return rejected(name, "is a folder; the file of a heap profile is needed");
      }
      if (Files.size(path) > LARGEST_FILE) {
        return rejected(name, "is larger than 1 GB; no heap profile is");
      }
      return load(name, Optional.of(path), Files.readAllBytes(path));
    } catch (NoSuchFileException _) {
      return rejected(name, "does not exist");
    } catch (AccessDeniedException _) {
      return rejected(name, "cannot be read: permission denied");
    } catch (IOException e) {
      return rejected(name, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * {@return the profile in some bytes}
   *
   * @param name how messages name it
   */
  public ProfileOutcome load(String name, byte[] bytes) {
    return load(name, Optional.empty(), bytes);
  }

  private ProfileOutcome load(String name, Optional<Path> file, byte[] bytes) {
    if (bytes.length == 0) {
      return rejected(name, "is empty; a heap profile is needed. " + HOW_TO_CAPTURE);
    }
    Profile profile;
    try {
      profile = new ProfileReader().read(bytes, name);
    } catch (MalformedInputException e) {
      return new ProfileOutcome.Rejected(name, String.valueOf(e.getMessage()));
    }
    if (!profile.kind().measuresMemory()) {
      return rejected(
          name,
          "is " + profile.kind().description() + "; a heap profile is needed. " + HOW_TO_CAPTURE);
    }
    return match(name, file, profile);
  }

  private ProfileOutcome match(String name, Optional<Path> file, Profile profile) {
    var costs = LineCosts.of(profile);
    var profileSources = ProfileSources.of(costs, workspace, sources);
    if (profileSources.files().isEmpty() && profile.samples().size() > 0) {
      return rejected(name, Stranger.describe(costs));
    }
    var charges =
        costs.charge(
            fileName -> {
              var number = costs.file(fileName);
              return number.isPresent()
                  && profileSources
                      .inWorkspace(number.getAsInt())
                      .filter(workspace::owns)
                      .isPresent();
            });
    return new ProfileOutcome.Loaded(new LoadedProfile(name, file, costs, charges, profileSources));
  }

  private static final String HOW_TO_CAPTURE =
      "Capture one with: curl -o heap.pb.gz http://HOST:PORT/debug/pprof/heap"
          + " or: go test -memprofile mem.out";

  private static ProfileOutcome rejected(String name, String what) {
    return new ProfileOutcome.Rejected(name, name + " " + what);
  }
}
