package dev.heapline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code heapline debug types}, packaged, beside a program that prints what go/types knows. */
final class DebugTypesIT {
  private static final Path ORACLE = Path.of("../golang/src/test/go/typefacts");

  @TempDir private Path folder;

  @BeforeEach
  void aModule() throws IOException {
    write("go.mod", "module example.com/m\n\ngo 1.27\n");
    write("a.go", "package m\n\nimport \"strings\"\n\nvar A = strings.ToUpper(\"a\")\n");
    write("b_windows.go", "package m\n\nconst B = 1 << 4\n");
    write("c_test.go", "package m\n\nvar C = A[0]\n");
    write("d.go", "//go:build special\n\npackage m\n\nvar D = len(A)\n");
    write("gen.go", "//go:build ignore\n\npackage main\n\nvar G = 'x'\n");
    write("broken/x.go", "package broken\n\nvar X int = \"x\"\n");
    write(
        "far/x.go",
        """
        package far

        import ("far.example/y"; "far.example/z")

        var X = y.Y + z.Z
        var L = len("xyz")
        """);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Packaged.Outcome types(String... arguments) {
    return types(Map.of(), arguments);
  }

  private Packaged.Outcome types(Map<String, String> more, String... arguments) {
    var environment = new HashMap<String, String>();
    environment.put("GOROOT", GoToolchain.get().goroot().toString());
    environment.put("GOTOOLCHAIN", "local");
    environment.put("GOFLAGS", "");
    environment.put("GOWORK", "off");
    environment.putAll(more);
    var words = new ArrayList<>(List.of("debug", "types"));
    words.addAll(Arrays.asList(arguments));
    return Packaged.run(
        Packaged.built()
            .process(environment, words.toArray(String[]::new))
            .directory(folder.toFile()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux/amd64", "linux/386", "windows/arm64"})
  void printsWhatGoTypesKnows(String platform) {
    var parts = platform.split("/", -1);
    var packages = List.of("strconv", "net/netip", "encoding/json");
    var arguments =
        new ArrayList<>(
            List.of("--goos", parts[0], "--goarch=" + parts[1], "--objects", "--layouts"));
    arguments.addAll(packages);

    var outcome = types(arguments.toArray(String[]::new));

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    var oracle = new ArrayList<>(List.of("facts", parts[0], parts[1], "0"));
    oracle.addAll(packages);
    String theirs = GoToolchain.get().run(ORACLE, "", oracle.toArray(String[]::new));
    var differing = new TreeSet<>(lines(theirs));
    var ours = lines(outcome.out());
    assertThat(ours).hasSizeGreaterThan(10_000).hasSameSizeAs(differing);
    differing.removeAll(ours);
    // Lines of a group that share a constant expression: go/types keeps what it computed last.
    assertThat(differing).allMatch(line -> line.contains("\tconst\t"));
    assertThat(differing).hasSizeLessThan(ours.size() / 5_000);
  }

  /** The lines of packages, each after its package's path; the oracle's are in no order. */
  private static Set<String> lines(String text) {
    var lines = new TreeSet<String>();
    String path = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        path = line;
      } else {
        lines.add(path + " " + line);
      }
    }
    return lines;
  }

  @Test
  void aLineHasExtentModeTypeAndConstant() {
    assertThat(types("--goos=windows").out())
        .isEqualTo(
            """
            a.go:5:9-5:29\tvalue\tstring\t
            a.go:5:9-5:24\tvalue\tfunc(s string) string\t
            a.go:5:25-5:28\tconst\tstring\t"a"
            b_windows.go:3:11-3:17\tconst\tuntyped int\t16
            b_windows.go:3:11-3:12\tconst\tuntyped int\t1
            b_windows.go:3:16-3:17\tconst\tuntyped int\t4
            """);
  }

  @Test
  void tagsTestsAndFilesChoose() {
    assertThat(files(types("--goos=linux").out())).containsExactly("a.go");
    assertThat(files(types("--goos=linux", "--tags", "special").out()))
        .containsExactly("a.go", "d.go");
    assertThat(files(types("--goos=linux", "--tests", ".").out()))
        .containsExactly("a.go", "c_test.go");
    assertThat(files(types("--goos=linux", "c_test.go").out())).containsExactly("c_test.go");
    assertThat(files(types("gen.go").out())).containsExactly("gen.go");
    assertThat(types("./...").out()).contains("# example.com/m\n", "# example.com/m/broken\n");
  }

  private static Set<String> files(String out) {
    return out.lines()
        .filter(line -> !line.startsWith("# "))
        .map(line -> line.substring(0, line.indexOf(':')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void errorsGoToStderrAndMakeTheExitCode() {
    var outcome = types("./broken");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("x.go:3:7-3:10\ttype\tint\t\n");
    assertThat(outcome.err()).startsWith("broken/x.go:3:13: cannot use \"x\"").hasLineCount(1);
  }

  @Test
  void whatIsMissingIsToldOnceAndTheRestIsTyped() {
    var outcome = types("./far");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("x.go:6:9-6:19\tconst\tint\t3\n");
    assertThat(outcome.err())
        .isEqualTo(
            "heapline debug types: no required module provides package far.example/y;"
                + " to add it: go get far.example/y\n"
                + "heapline debug types: no required module provides package far.example/z;"
                + " to add it: go get far.example/z\n");
  }

  @Test
  void withoutAToolchainOneMessageSaysSo() {
    var outcome = types(Map.of("GOROOT", folder.toString()), ".");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("a.go:5:25-5:28\tconst\t");
    assertThat(outcome.err()).contains("without a Go toolchain").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"./none", "none.go", "nonsense", "go.mod", "--goarch=z80"})
  void badInputIsOneLineAndExitCode2(String argument) {
    var outcome = types(argument);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("heapline debug types: ").hasLineCount(1);
  }

  @Test
  void theSummaryCounts() {
    assertThat(types("--summary", "strconv").out())
        .matches("1 packages, \\d+ files, \\d+ lines, 0 errors; [0-9.]+ s\\R");
  }
}
