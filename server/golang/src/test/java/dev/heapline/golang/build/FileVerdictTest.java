package dev.heapline.golang.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.module.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileVerdictTest {
  private static final BuildContext LINUX = BuildContext.of(new Platform("linux", "amd64"));

  private static String sentence(FileVerdict verdict) {
    return switch (verdict) {
      case FileVerdict.Built(var reasons) ->
          "in: " + String.join("; ", reasons.stream().map(ConstraintReason::sentence).toList());
      case FileVerdict.LeftOut(var reason) -> "out: " + reason.sentence();
      case FileVerdict.Malformed(var message, _) -> "malformed: " + message;
      case FileVerdict.SeveralLines(var lines) -> "lines: " + lines.size();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          unix && windows       => out: its //go:build line needs windows, but GOOS is linux
          !amd64                => out: its //go:build line excludes amd64, but GOARCH is amd64
          go1.99                => out: its //go:build line needs go1.99, but the toolchain is Go 1.27
          race && linux         => out: its //go:build line needs race, but -race is off
          mine                  => out: its //go:build line needs mine, but -tags does not name mine
          windows || plan9  => out: its //go:build line needs windows || plan9, but GOOS is linux
          ignore                => out: its //go:build line says ignore, which keeps a file out of every build
          amd64.v3              => out: its //go:build line needs amd64.v3, but GOAMD64 is v1
          arm64.v9.0            => out: its //go:build line needs arm64.v9.0, but GOARCH is amd64
          !cgo && mine          => out: its //go:build line excludes cgo, but cgo is on; it needs mine, but -tags does not name mine
          !(linux && cgo)       => out: its //go:build line excludes linux && cgo, but GOOS is linux and cgo is on
          a && b && c && d      => out: its //go:build line needs a, but -tags does not name a; it needs b, but -tags does not name b; it needs c, but -tags does not name c; and so on
          goexperiment.x        => out: its //go:build line needs goexperiment.x, but the experiment x is off
          gccgo                 => out: its //go:build line needs gccgo, but the compiler is gc
          linux && !race        => in: its //go:build line needs linux && !race, and GOOS is linux and -race is off
          !windows              => in: its //go:build line excludes windows, and GOOS is linux
          (a && b) || linux => in: its //go:build line needs (a && b) || linux, and GOOS is linux
          a &                   => malformed: parsing //go:build line: invalid syntax at &
          """)
  void saysWhatDecides(String expression, String expected) {
    byte[] file = ("//go:build " + expression + "\n\npackage p\n").getBytes(UTF_8);
    assertThat(sentence(LINUX.verdict("x.go", file))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          x_linux.go               => in: its name ends in _linux, and GOOS is linux
          x_windows_test.go        => out: its name ends in _windows, but GOOS is linux
          x_windows_amd64.go       => out: its name ends in _windows_amd64, but GOOS is linux
          x_linux_amd64_test.go    => in: its name ends in _linux_amd64, and GOOS is linux and GOARCH is amd64
          é_x_arm64.é.go           => out: its name ends in _arm64, but GOARCH is amd64
          x_hurd.go                => out: its name ends in _hurd, but GOOS is linux
          linux.go                 => in:
          windows_test.go          => in:
          x_unix.go                => in:
          x_windows_z.go           => in:
          _windows.go              => out: its name ends in _windows, but GOOS is linux
          x_amd64_windows.go       => out: its name ends in _windows, but GOOS is linux
          """)
  void readsTheEndOfTheName(String name, String expected) {
    assertThat(sentence(LINUX.verdict(name, new byte[0])).strip()).isEqualTo(expected);
  }

  @Test
  void pointsAtTheTermsInTheFile() {
    String text =
        "\uFEFF// é\n\n  // +build linux,!race !windows\n// +build é,mine plan9\n\npackage p\n";
    byte[] file = text.getBytes(UTF_8);
    var verdict = (FileVerdict.LeftOut) LINUX.verdict("x.go", file);
    assertThat(verdict.reason().sentence())
        .isEqualTo(
            "its // +build line needs (é && mine) || plan9, but -tags does not name é and GOOS is"
                + " linux");
    assertThat(verdict.reason().spans().stream().map(span -> text(file, span)))
        .isEqualTo(List.of("é", "plan9"));
  }

  private static String text(byte[] file, BuildConstraint.Span span) {
    return new String(file, span.start(), span.end() - span.start(), UTF_8);
  }

  @Test
  void onlyLinesAboveABlankOneCountInTheOldForm() {
    byte[] documentation = "// +build ignore\npackage p\n".getBytes(UTF_8);
    assertThat(LINUX.verdict("x.go", documentation).isBuilt()).isTrue();
    byte[] constraint = "/* x */ // +build ignore\n\npackage p\n".getBytes(UTF_8);
    assertThat(LINUX.verdict("x.go", constraint).isBuilt()).isTrue();
    byte[] both = "//go:build linux\n// +build ignore\n\npackage p\n".getBytes(UTF_8);
    assertThat(LINUX.verdict("x.go", both).isBuilt()).isTrue();
  }

  @Test
  void pointsAtLinesThatAreTooMany() {
    byte[] file = "//go:build a\n\n//go:build b\npackage p\n".getBytes(UTF_8);
    var verdict = (FileVerdict.SeveralLines) LINUX.verdict("x.go", file);
    assertThat(verdict.lines().stream().map(span -> text(file, span)))
        .isEqualTo(List.of("//go:build a", "//go:build b"));
  }

  @Test
  void whatIsLongIsNotRepeated() {
    String expression = "linux" + " || aix".repeat(100);
    byte[] file = ("//go:build !(" + expression + ")\n\npackage p\n").getBytes(UTF_8);
    assertThat(sentence(LINUX.verdict("x.go", file)))
        .isEqualTo("out: its //go:build line does not hold, but GOOS is linux");
  }
}
