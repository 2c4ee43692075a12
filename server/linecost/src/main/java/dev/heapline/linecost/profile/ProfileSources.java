package dev.heapline.linecost.profile;

import dev.heapline.golang.source.LineTable;
import dev.heapline.linecost.workspace.ProfileFile;
import dev.heapline.linecost.workspace.ProfileFiles;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.lines.LineCosts;
import dev.heapline.pprof.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the lines of a profile are: which file each of its file numbers means, and what text the
 * files of the workspace had when it was loaded.
 */
final class ProfileSources {
  /** Texts are kept up to this many bytes; files beyond are compared with what is first opened. */
  private static final long MOST_BASELINE_BYTES = 256L << 20;

  private static final LineTable EMPTY = LineTable.of(new byte[0]);

  private final LineCosts costs;
  private final Sources sources;
  private final FileSystem fileSystem;
  private final Map<Path, List<Integer>> numbers = new TreeMap<>();
  private final Map<Integer, Path> paths = new HashMap<>();
  private final Map<SourcePath, List<Integer>> elsewhere = new HashMap<>();
  private final Map<Path, byte[]> baselines = new HashMap<>();
  private final Set<Path> different = new HashSet<>();

  private ProfileSources(LineCosts costs, Workspace workspace, Sources sources) {
    this.costs = costs;
    this.sources = sources;
    this.fileSystem =
        workspace.roots().stream()
            .findFirst()
            .map(Path::getFileSystem)
            .orElse(FileSystems.getDefault());
  }

  static ProfileSources of(LineCosts costs, Workspace workspace, Sources sources) {
    var made = new ProfileSources(costs, workspace, sources);
    var functions = functions(costs.profile());
    var files =
        costs.files().stream()
            .map(name -> new ProfileFile(name, functions.getOrDefault(name, Set.of())))
            .toList();
    var matched = ProfileFiles.match(files, workspace, sources);
    for (int number = 0; number < files.size(); number++) {
      String name = files.get(number).name();
      made.add(number, name, Optional.ofNullable(matched.get(name)));
    }
    made.readBaselines();
    made.compareTexts();
    return made;
  }

  private static Map<String, Set<String>> functions(Profile profile) {
    var byFile = new HashMap<String, Set<String>>();
    var functions = profile.functions();
    for (int function = 0; function < functions.size(); function++) {
      byFile
          .computeIfAbsent(SourcePath.clean(functions.fileName(function)), _ -> new HashSet<>())
          .add(functions.name(function));
    }
    return byFile;
  }

  private void add(int number, String name, Optional<Path> path) {
    if (path.isPresent()) {
      paths.put(number, path.get());
      numbers.computeIfAbsent(path.get(), _ -> new ArrayList<>()).add(number);
    } else {
      elsewhere.computeIfAbsent(SourcePath.parse(name), _ -> new ArrayList<>()).add(number);
    }
  }

  private void readBaselines() {
    long read = 0;
    for (var path : numbers.keySet()) {
      var text = read < MOST_BASELINE_BYTES ? sources.read(path) : Optional.<byte[]>empty();
      read += text.map(bytes -> bytes.length).orElse(0);
      text.ifPresent(bytes -> baselines.put(path, bytes));
    }
  }

  /** {@return the files of the workspace, sorted} */
  List<Path> files() {
    return List.copyOf(numbers.keySet());
  }

  /**
   * {@return the numbers that a file has in the profile; several where its name is written in
   * several ways}
   */
  List<Integer> numbers(Path path) {
    var inWorkspace = numbers.get(path);
    if (inWorkspace != null) {
      return inWorkspace;
    }
    var real = numbers.get(sources.real(path));
    return real != null
        ? real
        : elsewhere.getOrDefault(SourcePath.parse(path.toString()), List.of());
  }

  /** {@return the file of a number, where it is in the workspace} */
  Optional<Path> inWorkspace(int number) {
    return Optional.ofNullable(paths.get(number));
  }

  /** {@return the file of a number, where it is on this machine} */
  Optional<Path> anywhere(int number) {
    return inWorkspace(number)
        .or(
            () -> {
              try {
                return Optional.of(fileSystem.getPath(costs.files().get(number)))
                    .filter(path -> path.isAbsolute() && sources.isFile(path));
              } catch (InvalidPathException _) {
                return Optional.empty();
              }
            });
  }

  Optional<byte[]> baseline(Path path) {
    return Optional.ofNullable(baselines.get(path))
        .or(() -> Optional.ofNullable(baselines.get(sources.real(path))));
  }

  /** {@return whether the text of a file is another than the program was built from} */
  boolean differs(Path path) {
    return different.contains(path);
  }

  /** Compares where functions begin: the profile knows it, and so does the text. */
  private void compareTexts() {
    var lines = new HashMap<Path, LineTable>();
    baselines.forEach((path, text) -> lines.put(path, LineTable.of(text)));
    var functions = costs.profile().functions();
    for (int function = 0; function < functions.size(); function++) {
      int start = functions.startLine(function);
      var number = costs.file(SourcePath.clean(functions.fileName(function)));
      if (start == 0 || number.isEmpty()) {
        continue;
      }
      inWorkspace(number.getAsInt())
          .filter(baselines::containsKey)
          .filter(path -> !beginsFunction(path, lines.getOrDefault(path, EMPTY), start))
          .ifPresent(different::add);
    }
  }

  private boolean beginsFunction(Path path, LineTable lines, int line) {
    byte[] text = baselines.getOrDefault(path, new byte[0]);
    int start = lines.start(line);
    return new String(text, start, lines.end(line) - start, StandardCharsets.ISO_8859_1)
        .contains("func");
  }
}
