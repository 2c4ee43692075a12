package dev.heapline.golang.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.module.Platform;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplificationTest {
  private static BuildConstraint parse(String text) {
    return ParsedConstraint.parse("//go:build " + text).valid().orElseThrow();
  }

  private static String simplified(BuildConstraint constraint) {
    return switch (Simplification.of(constraint)) {
      case Simplification.Never _ -> "never";
      case Simplification.Always _ -> "always";
      case Simplification.Smaller(var smaller) -> smaller.text();
      case Simplification.Unchanged _ -> constraint.text();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "linux && windows, never",
    "!windows || !linux, always",
    "linux && unix, linux",
    "linux || unix, unix",
    "linux && android, android",
    "go1.21 && go1.18 && a, go1.21 && a",
    "go1.21 || go1.18, go1.18",
    "amd64 && !arm64, amd64",
    "amd64 && arm64, never",
    "amd64.v3 && amd64, amd64.v3",
    "amd64.v3 && amd64.v1, amd64.v3",
    "arm64.v9.1 && arm64.v8.6, arm64.v9.1",
    "hurd && linux, never",
    "gc && !gccgo, gc",
    "unix && windows, never",
    "!(!(a)), a",
    "a && (a || b), a",
    "(a || b) && c, (a || b) && c",
    "custom && !custom, never"
  })
  void leavesOutWhatChangesNothing(String text, String expected) {
    assertThat(simplified(parse(text))).isEqualTo(expected);
  }

  @Test
  void holdsInTheSameBuilds() {
    var random = new Random(5);
    var platforms =
        List.of("linux", "windows", "android", "ios", "illumos", "js", "plan9").stream()
            .map(os -> BuildContext.of(new Platform(os, os.equals("js") ? "wasm" : "amd64")))
            .toList();
    int smaller = 0;
    for (int i = 0; i < 1500; i++) {
      var constraint = parse(ConstraintOracleTest.expression(random, 4));
      var simple = Simplification.of(constraint);
      smaller += simple instanceof Simplification.Smaller ? 1 : 0;
      for (var context : platforms) {
        boolean holds = constraint.holds(context::satisfies);
        boolean same =
            switch (simple) {
              case Simplification.Never _ -> !holds;
              case Simplification.Always _ -> holds;
              case Simplification.Unchanged _ -> true;
              case Simplification.Smaller(var each) -> each.holds(context::satisfies) == holds;
            };
        assertThat(same).as("%s: %s", constraint.text(), simple).isTrue();
      }
    }
    assertThat(smaller).isGreaterThan(100);
  }

  @Test
  void largeOnesStayAsTheyAre() {
    assertThat(
            Simplification.of(
                parse("t0 && t1 && t2 && t3 && t4 && t5 && t6 && t7 && t8 && t9 && ta")))
        .isInstanceOf(Simplification.Unchanged.class);
  }
}
