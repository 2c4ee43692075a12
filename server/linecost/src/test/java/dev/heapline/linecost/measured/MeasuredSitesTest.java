package dev.heapline.linecost.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes that we predict beside profiles of tests of the standard library, in which every object is
 * recorded.
 */
class MeasuredSitesTest {
  @Test
  void sizesAreThoseOfARun(@TempDir Path folder) throws IOException, InterruptedException {
    compare(List.of("strings", "sort", "strconv", "regexp", "encoding/json"), folder);
  }

  @Test
  @Tag("long")
  void sizesAreThoseOfManyRuns(@TempDir Path folder) throws IOException, InterruptedException {
    compare(
        List.of(
            "strings",
            "bytes",
            "strconv",
            "encoding/json",
            "bufio",
            "fmt",
            "sort",
            "regexp",
            "text/template",
            "archive/zip",
            "compress/flate",
            "encoding/xml",
            "go/parser",
            "html/template",
            "math/big",
            "log/slog"),
        folder);
  }

  private static void compare(List<String> packages, Path folder)
      throws IOException, InterruptedException {
    var comparison = MeasuredComparison.run(packages, folder);
    System.out.println(comparison.table());
    assertThat(comparison.lines()).isGreaterThan(300);
    assertThat(comparison.withoutSite()).as("lines without a site").isLessThanOrEqualTo(0.01);
    assertThat(comparison.equal()).as("fixed sizes that are right").isGreaterThanOrEqualTo(0.99);
    assertThat(comparison.inside()).as("sizes inside ranges").isGreaterThanOrEqualTo(0.99);
  }
}
