package dev.heapline.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our sites against the comments of annotated sources. */
class SitesTest {
  static Stream<Path> files() throws IOException {
    return SiteExpectations.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void sitesAreThoseThatTheSourceExpects(Path file) throws IOException {
    assertThat(SiteExpectations.found(GoPackages.parse(file)))
        .isEqualTo(SiteExpectations.wanted(file));
  }
}
