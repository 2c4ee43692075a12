package dev.heapline.app.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.linecost.file.FileCosts;
import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.profile.ProfileLoader;
import dev.heapline.linecost.profile.ProfileOutcome;
import dev.heapline.linecost.session.Session;
import dev.heapline.linecost.session.Snapshot;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run over some packages, with or without profiles. */
public final class Check {
  private static final int LARGEST_STDIN = 1 << 30;

  private final Collection<Path> files;
  private final Workspace workspace;
  private final Session session;
  private final Sources sources = Sources.ofDisk();

  private Check(Collection<Path> files, Settings settings) {
    this.files = files;
    this.workspace = Workspace.of(List.copyOf(files), sources);
    this.session = new Session(workspace, settings, sources);
  }

  /**
   * Prepares a run.
   *
   * @param paths files, folders and patterns as a person writes them
   * @param all whether everything is of interest, not only what costs
   * @throws IOException if there is nothing to check at one of the paths
   */
  public static Check of(Collection<String> paths, boolean all) throws IOException {
    Map<String, String> settings = all ? Map.of("annotate", "all") : Map.of();
    return new Check(GoFiles.named(paths), Settings.read(settings).settings());
  }

  /**
   * Measures the lines with a profile.
   *
   * @param file a file, or {@code -} for what is read from {@code stdin}
   * @throws RejectedInputException if that is no heap profile of this program
   */
  public void profile(String file, InputStream stdin) throws IOException {
    session.loadProfile(load(file, stdin));
  }

  /** Counts growth since a profile; otherwise as {@link #profile}. */
  public void base(String file, InputStream stdin) throws IOException {
    session.setBase(load(file, stdin));
  }

  private LoadedProfile load(String file, InputStream stdin) throws IOException {
    ProfileLoader loader = new ProfileLoader(workspace, sources);
    ProfileOutcome outcome =
        file.equals("-")
            ? loader.load("stdin", stdin.readNBytes(LARGEST_STDIN))
            : loader.load(Path.of(file));
    return switch (outcome) {
      case ProfileOutcome.Loaded loaded -> loaded.profile();
      case ProfileOutcome.Rejected rejected -> throw new RejectedInputException(rejected.message());
    };
  }

  /**
   * Runs the check.
   *
   * @throws NoSuchFileException if a file went away meanwhile
   */
  public CheckResult run() throws IOException {
    Snapshot snapshot = session.snapshot();
    // The work is here, and files do not wait for each other.
    Map<Path, Optional<FileCosts>> costs =
        files.parallelStream()
            .collect(java.util.stream.Collectors.toConcurrentMap(file -> file, snapshot::costs));
    Map<String, CheckedPackage> packages = new TreeMap<>();
    for (Path file : files) {
      GoFile tree = snapshot.tree(file).orElseThrow(() -> new NoSuchFileException(show(file)));
      FileCosts known =
          Optional.ofNullable(costs.get(file))
              .flatMap(each -> each)
              .orElseThrow(() -> new NoSuchFileException(show(file)));
      CheckedPackage of = packageOf(file, tree);
      packages
          .computeIfAbsent(of.folder() + " " + name(tree), _ -> of)
          .files()
          .add(new CheckedFile(show(file), known, tree.errors()));
    }
    return new CheckResult(snapshot, List.copyOf(packages.values()));
  }

  private CheckedPackage packageOf(Path file, GoFile tree) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(file);
    String shown = show(folder);
    String suffix = name(tree).endsWith("_test") ? "_test" : "";
    String path =
        workspace
            .moduleOf(file)
            .map(
                module ->
                    slashed(Path.of(module.path()).resolve(module.folder().relativize(folder))))
            .orElse(shown);
    return new CheckedPackage(path + suffix, shown, new ArrayList<>());
  }

  private static String name(GoFile tree) {
    return tree.packageName() instanceof Expression.Identifier identifier ? identifier.name() : "";
  }

  private static String show(Path path) {
    Path here = Path.of("").toAbsolutePath();
    if (path.equals(here)) {
      return ".";
    }
    return slashed(path.startsWith(here) ? here.relativize(path) : path);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
