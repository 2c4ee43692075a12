package dev.heapline.lsp.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileUrisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file:///home/a/x.go | /home/a/x.go",
        "file:/home/a/x.go | /home/a/x.go",
        "FILE:///home/a/x.go | /home/a/x.go",
        "file://localhost/home/x.go | /home/x.go",
        "file:///a%20b/%C3%BC%E2%82%AC.go | /a b/ü€.go",
        "file:///a b/ü€.go | /a b/ü€.go",
        "file:///a%2Fb%25/x.go | /a/b%/x.go",
        "file:///100%/x%zz.go | /100%/x%zz.go",
        "file:///a/x.go?query#L12 | /a/x.go",
        "file:///a%3Fb%23c.go | /a?b#c.go",
        "file:///c:/Users/x.go | /c:/Users/x.go",
        "file:///%F0%9F%98%80.go | /😀.go",
      })
  void pathsElsewhere(String uri, String path) {
    assertThat(FileUris.path(uri, false)).contains(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file:///c%3A/Users/a%20b/x.go | C:\\Users\\a b\\x.go",
        "file:///C:/Users/x.go | C:\\Users\\x.go",
        "file:///c:/Users/x.go | C:\\Users\\x.go",
        "file://server/share/x.go | \\\\server\\share\\x.go",
      })
  void pathsOnWindows(String uri, String path) {
    assertThat(FileUris.path(uri, true)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "https://example.com/x.go",
        "file:x.go",
        "file:",
        "",
        "file://other-host/x.go",
        "file:///a%00b.go",
        "git:/a/x.go?ref",
      })
  void whatIsNoFileHere(String uri) {
    assertThat(FileUris.path(uri, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/home/a/x.go | false | file:///home/a/x.go",
        "/a b/ü?#%.go | false | file:///a%20b/%C3%BC%3F%23%25.go",
        "C:\\Users\\a b\\x.go | true | file:///C:/Users/a%20b/x.go",
        "\\\\server\\share\\x.go | true | file://server/share/x.go",
      })
  void uris(String path, boolean windows, String uri) {
    assertThat(FileUris.uri(path, windows)).isEqualTo(uri);
    assertThat(FileUris.path(uri, windows)).contains(path);
  }
}
