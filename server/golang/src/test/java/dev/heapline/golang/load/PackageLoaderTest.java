package dev.heapline.golang.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.packages.MemoryTree;
import dev.heapline.golang.packages.PackageUnits;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.FactsText;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages of a tree in memory, loaded and checked. */
class PackageLoaderTest {
  private final Map<String, String> files = new HashMap<>();
  private final List<String> parsed = new ArrayList<>();

  PackageLoaderTest() {
    files.put("/project/go.mod", "module m\n\ngo 1.20\n");
  }

  private void addGoRoot() {
    files.put("/usr/local/go/VERSION", "go1.27.3\n");
    files.put("/usr/local/go/src/runtime/x.go", "package runtime\n");
    files.put(
        "/usr/local/go/src/fmt/x.go",
        "package fmt\n\nimport \"x.example/deep\"\n\nfunc Sprint(a ...any) deep.String\n");
    files.put("/usr/local/go/src/os/x.go", "package os\n\nvar Args []string\n");
    files.put(
        "/usr/local/go/src/vendor/x.example/deep/x.go", "package deep\n\ntype String string\n");
  }

  private GoBuild build() {
    var tree = MemoryTree.of(files);
    var environment =
        GoEnvironment.of(tree, Map.of("HOME", "/home"), new Platform("linux", "amd64"))
            .with("CGO_ENABLED", "1");
    return GoBuild.of(tree, environment, List.of(), "/project");
  }

  private PackageLoader loader(boolean tests, String... paths) {
    var build = build();
    var units = PackageUnits.of(build.finder(), List.of(paths), tests).units();
    var trees = GoFiles.of(build.tree());
    return PackageLoader.of(
        build.finder(),
        path -> {
          parsed.add(path);
          return trees.tree(path);
        },
        units);
  }

  private static List<String> lines(PackageLoader loader, String identity) {
    var program = new Program(new PackageIds(), loader, Sizes.WORD_64);
    var lines = new ArrayList<String>();
    FactsText.write(program, program.check(identity).orElseThrow(), lines::add);
    return lines;
  }

  private static List<String> errors(PackageLoader loader, String identity) {
    var program = new Program(new PackageIds(), loader, Sizes.WORD_64);
    return program.check(identity).stream()
        .map(CheckedPackage::files)
        .flatMap(List::stream)
        .flatMap(file -> file.facts().stream())
        .flatMap(facts -> facts.errors().stream())
        .map(error -> error.message())
        .toList();
  }

  private static List<String> texts(PackageLoader loader) {
    return loader.problems().stream()
        .map(each -> each.packageIdentity() + ": " + each.text() + " +" + each.others())
        .toList();
  }

  @Test
  void importsMeanWhatTheGoCommandTakesThemFor() {
    addGoRoot();
    files.put("/project/x.go", "package m\n\nimport \"fmt\"\n\nvar s = fmt.Sprint()\n");
    var loader = loader(false, "m");

    assertThat(lines(loader, "m")).contains("x.go:5:9-5:21\tvalue\tvendor/x.example/deep.String\t");
    assertThat(loader.problems()).isEmpty();
  }

  @Test
  void whatNobodyMentionsIsNotParsed() {
    addGoRoot();
    files.put("/project/x.go", "package m\n\nimport (\"fmt\"; \"os\")\n\nvar s = os.Args\n");

    assertThat(errors(loader(false, "m"), "m")).isEmpty();
    assertThat(parsed).containsExactlyInAnyOrder("/project/x.go", "/usr/local/go/src/os/x.go");
  }

  /** What go/types takes for the version of a file, of a module that says go 1.20. */
  @ParameterizedTest
  @CsvSource({
    "'', 20",
    "go1.18, 21",
    "go1.22, 22",
    "go1.22.3, 20",
    "linux && go1.22, 22",
    "linux || go1.22, 20",
    "go1.24 && go1.22, 24",
    "go1.24 || go1.22, 22",
    "!go1.30, 20",
    "!(windows || !go1.25), 25",
    "!(windows && !go1.25), 20",
  })
  void aFileChoosesItsVersion(String constraint, int version) {
    addGoRoot();
    files.put(
        "/project/x.go",
        (constraint.isEmpty() ? "" : "//go:build " + constraint + "\n\n") + "package m\n");
    files.put("/project/y.go", "package m\n");

    // A constraint that does not hold leaves the file out.
    var versions =
        loader(false, "m").load("m").orElseThrow().files().stream()
            .filter(file -> file.tree().source().path().endsWith("x.go"))
            .map(PackageInput.File::minorVersion)
            .toList();
    if (constraint.equals("go1.22.3")) {
      assertThat(versions).isEmpty();
    } else {
      assertThat(versions).containsExactly(version);
    }
  }

  @Test
  void versionsFollowModuleAndToolchain() {
    addGoRoot();
    files.put("/project/x.go", "package m\n");
    assertThat(version("m")).isEqualTo(20);
    assertThat(version("fmt")).isEqualTo(27);
    files.put("/project/go.mod", "module m\n");
    assertThat(version("m")).isEqualTo(16);
    files.put("/project/go.mod", "module m\n\ngo 1.99\n");
    assertThat(version("m")).isEqualTo(27);
  }

  private int version(String path) {
    return loader(false, path).load(path).orElseThrow().files().getFirst().minorVersion();
  }

  @Test
  void testsSeeThePackageInItsTestForm() {
    addGoRoot();
    files.put("/project/x.go", "package m\n\ntype T int\n");
    files.put("/project/x_test.go", "package m\n\nfunc (T) Secret() string\n");
    files.put(
        "/project/y_test.go", "package m_test\n\nimport \"m\"\n\nvar s = m.T.Secret(m.T(1))\n");
    for (String path : List.of("reflect", "testing", "testing/internal/testdeps")) {
      files.put("/usr/local/go/src/" + path + "/x.go", "package x\n");
    }
    var loader = loader(true, "m");

    assertThat(lines(loader, "m_test [m.test]"))
        .contains("y_test.go:5:9-5:27\tvalue\tstring\t", "y_test.go:5:20-5:23\ttype\tm.T\t");
    assertThat(loader.load("m [m.test]").orElseThrow().files()).hasSize(2);
    assertThat(loader.load("m").orElseThrow().files()).hasSize(1);
    assertThat(loader.problems()).isEmpty();
  }

  @Test
  void withoutAToolchainOneMessageSaysSo() {
    files.put("/project/x.go", "package m\n\nimport (\"fmt\"; \"os\")\n\nvar s = fmt.Sprint(1)\n");
    files.put("/project/y.go", "package m\n\nimport \"os\"\n\nvar a, b = os.Args, len(\"xyz\")\n");
    var loader = loader(false, "m");

    assertThat(lines(loader, "m")).contains("y.go:5:21-5:31\tconst\tint\t3");
    assertThat(texts(loader))
        .containsExactly(
            "m: package fmt is not known without a Go toolchain;"
                + " set GOROOT or put go on the PATH +1");
    assertThat(errors(loader, "m")).allMatch(each -> each.startsWith("could not import "));
  }

  @Test
  void anImportThatClosesACycleIsEmpty() {
    addGoRoot();
    files.put("/project/x.go", "package m\n\nimport \"m/a\"\n\nvar X = a.A\n");
    files.put("/project/a/x.go", "package a\n\nimport \"m/b\"\n\nvar A, B = b.B, 1\n");
    files.put("/project/b/x.go", "package b\n\nimport \"m/a\"\n\nvar B = a.B\n");
    var loader = loader(false, "m");

    assertThat(lines(loader, "m")).contains("x.go:5:11-5:12\tobject\tvar m/a.A invalid type");
    assertThat(lines(loader, "m/a")).contains("x.go:5:17-5:18\tconst\tint\t1");
    assertThat(texts(loader)).containsExactly("m/a: import cycle not allowed: m/a imports m/b +0");
  }

  @Test
  void cgoIsUnknownAndTheRestIsTyped() {
    addGoRoot();
    files.put(
        "/project/x.go",
        "package m\n\n// int f();\nimport \"C\"\n\nvar c = C.f()\nvar s = len(\"xyz\")\n");
    var loader = loader(false, "m");

    assertThat(lines(loader, "m")).contains("x.go:7:9-7:19\tconst\tint\t3");
    assertThat(errors(loader, "m")).isEmpty();
    assertThat(loader.problems()).isEmpty();
  }

  @Test
  void aFileOfAnotherPackageIsLeftOut() {
    addGoRoot();
    files.put("/project/x.go", "package m\n");
    files.put("/project/y.go", "package other\n\nvar x = y\n");
    var loader = loader(false, "m");

    assertThat(loader.load("m").orElseThrow().files()).hasSize(1);
    assertThat(texts(loader))
        .containsExactly("m: found packages m (x.go) and other (y.go) in /project +0");
  }
}
