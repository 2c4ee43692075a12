package dev.heapline.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.site.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our verdicts against those of the compiler.
 *
 * <p>A sample of the standard library by default; all of it, with the table on standard output, by
 * {@code mvn verify -pl server/alloc -am -Dtest=CompilerTest -Doracle.packages=std
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CompilerTest {
  private static final String SAMPLE =
      "strconv strings bytes bufio os fmt encoding/json encoding/xml net/http go/types go/printer"
          + " archive/zip text/template html/template compress/flate database/sql log/slog"
          + " math/big regexp testing";

  @Test
  void whatWeCallHeapTheCompilerDoesToo(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<String> packages = List.of(System.getProperty("oracle.packages", SAMPLE).split(" ", -1));
    var comparison = CompilerComparison.run(folder, folder.resolve("cache"), packages);
    System.out.println(comparison.table());
    assertThat(comparison.decided()).isGreaterThan(1000);
    assertThat(comparison.wrong())
        .as("verdicts of ours that the compiler does not share, at most 1 in 500")
        .hasSizeLessThan(comparison.decided() / 500);
    for (Kind kind : Kind.values()) {
      assertThat(comparison.precision(kind)).as(kind.spelling()).isGreaterThanOrEqualTo(0.98);
    }
  }
}
