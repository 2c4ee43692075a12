package dev.heapline.pprof.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoPathTest {
  @ParameterizedTest
  @CsvSource({
    "/a/b.go, /a/b.go",
    "a//b, a/b",
    "a/./b/../c, a/c",
    "/../a, /a",
    "../../a, ../../a",
    "a/.., .",
    "/, /",
    "a/, a",
    ".hidden/x, .hidden/x",
  })
  void cleans(String path, String expected) {
    assertThat(GoPath.clean(path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/remote/project/a/b.go, '', /local/project, a/b.go",
    "/proc/self/cwd/a.go, '', '', a.go",
    "/src/a.go, /lib:/src, '', a.go",
    "/src/project/a.go, /src, /x/project, project/a.go",
    "/other/a.go, /src, /x/project, /other/a.go",
  })
  void trims(String path, String trim, String search, String expected) {
    assertThat(GoPath.trim(path, trim, search)).isEqualTo(expected);
  }
}
