package dev.heapline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heapline debug files}. */
class DebugFilesTest {
  @TempDir private Path folder;

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void aModule() throws IOException {
    Files.writeString(folder.resolve("go.mod"), "module example.com/m\n\ngo 1.27\n");
    Files.writeString(folder.resolve("a.go"), "package m\n");
    Files.writeString(folder.resolve("b_windows.go"), "package m\n");
    Files.writeString(folder.resolve("c.go"), "//go:build special && !race\n\npackage m\n");
  }

  private static Outcome files(String... arguments) {
    var words = new ArrayList<>(List.of("debug", "files"));
    words.addAll(Arrays.asList(arguments));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        HeaplineCommand.run(
            words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    return new Outcome(code, out.toString(), err.toString());
  }

  @Test
  void saysWhyEachFileIsInOrOut() {
    var outcome = files("--goos=linux", folder.toString());
    assertThat(outcome.out().lines())
        .containsExactly(
            "a.go\tin\tpart of the package",
            "b_windows.go\tout\tits name ends in _windows, but GOOS is linux",
            "c.go\tout\tits //go:build line needs special, but -tags does not name special");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void answersForTheBuildThatIsAskedFor() {
    var windows = files("--goos=windows", "--tags=special", "--race", folder.toString());
    assertThat(windows.out().lines())
        .containsExactly(
            "a.go\tin\tpart of the package",
            "b_windows.go\tin\tpart of the package; its name ends in _windows, and GOOS is windows",
            "c.go\tout\tits //go:build line excludes race, but -race is on");
    assertThat(files("--goos=linux", "--tags=special", folder.resolve("c.go").toString()).out())
        .isEqualToIgnoringNewLines(
            "c.go\tin\tpart of the package; its //go:build line needs special && !race, and -tags"
                + " names special and -race is off");
  }

  @Test
  void saysWhatIsMissing() {
    var file = files(folder.resolve("go.mod").toString());
    assertThat(file.err()).contains("expected a file named *.go");
    assertThat(file.code()).isEqualTo(2);
    assertThat(files("no/such/package").err()).contains("no/such/package");
    assertThat(files("nosuch.go").code()).isEqualTo(2);
  }
}
