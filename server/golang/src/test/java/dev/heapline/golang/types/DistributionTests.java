package dev.heapline.golang.types;

import dev.heapline.golang.build.ConstraintLines;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.PackageInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The compiler's own tests, which an installed Go carries, as packages: tests of one file, and
 * folders of packages that import each other as {@code ./a}.
 */
final class DistributionTests {
  private static final Pattern HEADER =
      Pattern.compile(
          "(?m)^// (run|compile|build|errorcheck|errorcheckandrundiag|errorcheckwithauto|buildrun"
              + "|runoutput|rundir|errorcheckdir|compiledir|buildrundir|builddir)\\b([^\\n]*)");
  private static final Pattern LANGUAGE = Pattern.compile("-lang=go1\\.(\\d+)");
  private static final Pattern RELEASE = Pattern.compile("go1\\.(\\d+)");
  private static final Set<String> TAGS = Set.of("linux", "amd64", "unix", "gc", "cgo");

  /** The marks of tests with these flags are for what the compiler does after checking types. */
  private static final Pattern OTHER_MARKS = Pattern.compile("-m|-d=|-live|-0");

  private static final int CURRENT = 27;

  private final Map<String, TestPackage> packages = new LinkedHashMap<>();

  /**
   * A package of a test.
   *
   * @param imports what import paths mean that the test itself has
   * @param language the minor version of Go in which it is written
   * @param mustCompile whether the test is about what the package does
   * @param hasMarks whether its comments say where errors are
   */
  record TestPackage(
      String path,
      List<PackageInput.File> files,
      Map<String, String> imports,
      int language,
      boolean mustCompile,
      boolean hasMarks) {}

  private DistributionTests() {}

  /** {@return the tests in a folder, each package after those that it imports} */
  static List<TestPackage> in(Path folder) throws IOException {
    var tests = new DistributionTests();
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().endsWith(".go"))
              .filter(file -> !file.toString().contains(".dir/"))
              .sorted()
              .toList();
    }
    for (var file : files) {
      tests.add(folder, file);
    }
    return List.copyOf(tests.packages.values());
  }

  private void add(Path root, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    var header = HEADER.matcher(text);
    if (!header.find() || header.start() > 400 || !isBuilt(bytes)) {
      return;
    }
    String flags = header.group(2);
    var language = LANGUAGE.matcher(flags);
    int minor = language.find() ? Integer.parseInt(language.group(1)) : CURRENT;
    String kind = header.group(1);
    boolean fails = kind.startsWith("errorcheck");
    boolean marks = fails && !OTHER_MARKS.matcher(flags).find();
    String path = "test/" + root.relativize(file).toString().replace(".go", "");
    if (!kind.endsWith("dir")) {
      var parsed = parse(file, minor);
      packages.put(path, new TestPackage(path, List.of(parsed), Map.of(), minor, !fails, marks));
      return;
    }
    var folder = Path.of(file.toString().replace(".go", ".dir"));
    if (Files.isDirectory(folder)) {
      addFolder(path, folder, flags.contains("-s"), minor, fails, marks);
    }
  }

  private void addFolder(
      String path, Path folder, boolean onePerFile, int minor, boolean fails, boolean marks)
      throws IOException {
    var byName = new LinkedHashMap<String, List<PackageInput.File>>();
    var paths = new HashMap<String, String>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (var entry : entries.filter(each -> each.toString().endsWith(".go")).sorted().toList()) {
        if (!isBuilt(Files.readAllBytes(entry))) {
          continue;
        }
        var parsed = parse(entry, minor);
        String file = entry.getFileName().toString().replace(".go", "");
        String name =
            onePerFile || !(parsed.tree().packageName() instanceof Expression.Identifier clause)
                ? file
                : clause.name();
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(parsed);
        paths.putIfAbsent(name, path + ".dir/" + file);
      }
    }
    var imports = new HashMap<String, String>();
    byName.forEach(
        (name, files) -> {
          String own = paths.getOrDefault(name, "");
          var package_ = new TestPackage(own, files, Map.copyOf(imports), minor, !fails, marks);
          packages.put(own, package_);
          String file = own.substring(own.lastIndexOf('/') + 1);
          imports.put("./" + file, own);
          imports.put("test/" + file, own);
        });
  }

  private static PackageInput.File parse(Path file, int language) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int minor =
        constraints(bytes)
            .flatMap(each -> each.goVersion().stream().boxed())
            .map(each -> Math.max(21, Math.toIntExact(each)))
            .findFirst()
            .orElse(language);
    return new PackageInput.File(GoParser.parse(new SourceFile(file.toString(), 0, bytes)), minor);
  }

  private static Stream<dev.heapline.golang.build.BuildConstraint> constraints(byte[] bytes) {
    return ConstraintLines.in(bytes).current().stream()
        .flatMap(line -> line.parsed().valid().stream());
  }

  private static boolean isBuilt(byte[] bytes) {
    return constraints(bytes)
        .allMatch(
            each ->
                each.holds(
                    tag -> {
                      var release = RELEASE.matcher(tag);
                      return TAGS.contains(tag)
                          || (release.matches() && Integer.parseInt(release.group(1)) <= CURRENT);
                    }));
  }

  /** {@return the paths that the files of a package import} */
  static Set<String> imported(TestPackage from) {
    var found = new HashSet<String>();
    from.files.forEach(file -> addImports(file.tree(), found));
    return found;
  }

  private static void addImports(GoFile tree, Set<String> found) {
    for (var each : tree.declarations()) {
      if (each.tree().declaration() instanceof Declaration.Imports imports) {
        for (var specification : imports.specifications()) {
          if (specification.path() instanceof Expression.BasicLiteral path) {
            byte[] bytes = tree.source().bytes();
            int start = each.offset() + path.start() + 1;
            found.add(
                new String(
                    bytes, start, path.end() - path.start() - 2, StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
  }
}
