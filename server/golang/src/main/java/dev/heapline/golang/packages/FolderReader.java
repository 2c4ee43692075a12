package dev.heapline.golang.packages;

import dev.heapline.golang.build.BuildConstraint.Span;
import dev.heapline.golang.build.BuildContext;
import dev.heapline.golang.build.FileVerdict;
import dev.heapline.golang.build.FileVerdict.Built;
import dev.heapline.golang.packages.FileChoice.Role;
import dev.heapline.golang.packages.HeaderReader.HeaderBytes;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.FileTree.Kind;
import dev.heapline.golang.source.Paths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From a folder to the files of its package, as {@code go/build} chooses them.
 *
 * @see <a href="https://pkg.go.dev/go/build#Context.Import">go/build</a>
 */
final class FolderReader {
  /** What the go command hands to a compiler or assembler besides Go. */
  private static final Set<String> OTHER_LANGUAGES =
      Set.of(
          ".c",
          ".cc",
          ".cpp",
          ".cxx",
          ".m",
          ".h",
          ".hh",
          ".hpp",
          ".hxx",
          ".f",
          ".F",
          ".for",
          ".f90",
          ".s",
          ".S",
          ".sx",
          ".swig",
          ".swigcxx",
          ".syso");

  private static final FileHeader BLANK =
      new FileHeader("", List.of(), List.of(), 0, Optional.empty());

  private final FileTree tree;
  private final BuildContext context;
  private final String folder;
  private final List<PackageFile> files = new ArrayList<>();
  private final List<String> otherFiles = new ArrayList<>();
  private final List<PackageProblem> problems = new ArrayList<>();
  private final SortedMap<String, List<SourcePosition>> imports = new TreeMap<>();
  private final SortedMap<String, List<SourcePosition>> testImports = new TreeMap<>();
  private final SortedMap<String, List<SourcePosition>> externalTestImports = new TreeMap<>();
  private String name = "";
  private String firstFile = "";

  private FolderReader(FileTree tree, BuildContext context, String folder) {
    this.tree = tree;
    this.context = context;
    this.folder = folder;
  }

  /**
   * What stands in a folder.
   *
   * @param name the package's name
   * @param imports per import path, where
   */
  record FolderContent(
      String name,
      List<PackageFile> files,
      List<String> otherFiles,
      SortedMap<String, List<SourcePosition>> imports,
      SortedMap<String, List<SourcePosition>> testImports,
      SortedMap<String, List<SourcePosition>> externalTestImports,
      List<PackageProblem> problems) {
    /** {@return whether a file of it is built} */
    boolean isBuilt() {
      return files.stream().anyMatch(each -> each.choice() instanceof FileChoice.Used);
    }
  }

  static FolderContent read(FileTree tree, BuildContext context, String folder) {
    return new FolderReader(tree, context, folder).read();
  }

  /** {@return what the given files of a folder say, whatever their build constraints are} */
  static FolderContent readFiles(
      FileTree tree, BuildContext context, String folder, Collection<String> names) {
    var reader = new FolderReader(tree, context, folder);
    for (String file : names) {
      var read = HeaderReader.read(tree, folder, file);
      if (read.isEmpty()) {
        reader.addUnreadable(file);
      } else {
        var header = read.get().header();
        reader.files.add(
            new PackageFile(file, header, reader.choose(file, read.get(), new Built(List.of()))));
      }
    }
    return reader.content();
  }

  private FolderContent read() {
    for (var entry : tree.list(folder).orElse(List.of())) {
      if (entry.kind() != Kind.FILE) {
        continue;
      }
      int dot = entry.name().lastIndexOf('.');
      String extension = dot < 0 ? "" : entry.name().substring(dot);
      if (extension.equals(".go")) {
        add(entry.name());
      } else if (OTHER_LANGUAGES.contains(extension) && hidden(entry.name()).isEmpty()) {
        otherFiles.add(entry.name());
      }
    }
    return content();
  }

  private FolderContent content() {
    var content =
        new FolderContent(
            name,
            List.copyOf(files),
            List.copyOf(otherFiles),
            imports,
            testImports,
            externalTestImports,
            problems);
    if (!content.isBuilt() && problems.isEmpty()) {
      problems.add(noGoFiles());
    }
    return content;
  }

  private PackageProblem noGoFiles() {
    boolean excluded = files.stream().anyMatch(each -> each.choice().isIgnored());
    return PackageProblem.of(
        PackageProblem.Kind.NO_GO_FILES,
        excluded
            ? "build constraints exclude all Go files in " + folder
            : "no Go files in " + folder);
  }

  private void add(String file) {
    var byName = FileVerdict.ofName(file, context);
    var hidden = hidden(file);
    if (hidden.isPresent() || !(byName instanceof Built(var reasons))) {
      // What it says does not matter.
      files.add(
          new PackageFile(
              file, BLANK, hidden.orElseGet(() -> FileChoice.of(byName, Role.PACKAGE))));
      return;
    }
    var read = HeaderReader.read(tree, folder, file);
    if (read.isEmpty()) {
      addUnreadable(file);
      return;
    }
    var header = read.get().header();
    var verdict = FileVerdict.ofHeader(read.get().source().bytes(), context).after(reasons);
    var choice =
        verdict instanceof Built built
            ? choose(file, read.get(), built)
            : FileChoice.of(verdict, Role.PACKAGE);
    if (choice instanceof FileChoice.BadConstraint
        || choice instanceof FileChoice.SeveralConstraints) {
      problem(PackageProblem.Kind.MALFORMED_CONSTRAINT, file + ": " + choice.reason());
    }
    files.add(new PackageFile(file, header, choice));
  }

  private void addUnreadable(String file) {
    files.add(new PackageFile(file, BLANK, new FileChoice.Unreadable()));
    problem(PackageProblem.Kind.MALFORMED_FILE, "cannot read " + Paths.join(folder, file));
  }

  private static Optional<FileChoice> hidden(String file) {
    char first = file.charAt(0);
    return first == '_' || first == '.'
        ? Optional.of(new FileChoice.Hidden(first))
        : Optional.empty();
  }

  private FileChoice choose(String file, HeaderBytes read, Built verdict) {
    var header = read.header();
    if (header.packageName().equals("documentation")) {
      return new FileChoice.Documentation(HeaderReader.packageName(read.source().bytes()));
    }
    header
        .mistake()
        .ifPresent(
            mistake ->
                problems.add(
                    new PackageProblem(
                        PackageProblem.Kind.MALFORMED_FILE,
                        mistake.position() + ": " + mistake.text(),
                        Optional.of(mistake.position()))));
    boolean test = file.endsWith("_test.go");
    String clause = header.packageName();
    boolean external = test && clause.endsWith("_test") && !clause.equals(name);
    settleName(file, external ? clause.substring(0, clause.length() - "_test".length()) : clause);
    if (header.needsCgo() && test) {
      problem(PackageProblem.Kind.CGO_IN_TEST, "use of cgo in test " + file + " not supported");
    }
    if (header.needsCgo() && !test) {
      if (!context.isCgoEnabled()) {
        return new FileChoice.WithoutCgo(context.fact("cgo"), importOfC(header));
      }
      addImports(header, imports);
      return FileChoice.of(verdict, Role.CGO);
    }
    addImports(header, external ? externalTestImports : test ? testImports : imports);
    return FileChoice.of(verdict, external ? Role.EXTERNAL_TEST : test ? Role.TEST : Role.PACKAGE);
  }

  /** The path, or the name that stands before it. */
  private static Span importOfC(FileHeader header) {
    var found =
        header.imports().stream().filter(each -> each.path().equals("C")).findFirst().orElseThrow();
    String text = found.name().isEmpty() ? "\"C\"" : found.name();
    int start = found.position().offset();
    return new Span(start, start + text.getBytes(StandardCharsets.UTF_8).length);
  }

  /** The first file names the package; one that says otherwise is a mistake. */
  private void settleName(String file, String clause) {
    if (name.isEmpty()) {
      name = clause;
      firstFile = file;
    } else if (!clause.equals(name)) {
      problem(
          PackageProblem.Kind.SEVERAL_PACKAGES,
          "found packages %s (%s) and %s (%s) in %s"
              .formatted(name, firstFile, clause, file, folder));
    }
  }

  private static void addImports(
      FileHeader header, SortedMap<String, List<SourcePosition>> imports) {
    for (var each : header.imports()) {
      imports.computeIfAbsent(each.path(), _ -> new ArrayList<>()).add(each.position());
    }
  }

  private void problem(PackageProblem.Kind kind, String text) {
    problems.add(PackageProblem.of(kind, text));
  }
}
