package dev.heapline.alloc.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.CompilerFacts;
import dev.heapline.alloc.site.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our sites against the lines of which the compiler says that something escapes, or does not. */
class SiteOracleTest {
  private static final List<String> SAMPLE =
      List.of("strings", "bufio", "fmt", "encoding/json", "net/http", "go/types", "archive/zip");

  @Test
  void linesOfWhichTheCompilerSpeaksHaveSites(@TempDir Path folder)
      throws IOException, InterruptedException {
    compare(folder, SAMPLE);
  }

  @Test
  @Tag("long")
  void linesOfTheWholeLibraryHaveSites(@TempDir Path folder)
      throws IOException, InterruptedException {
    compare(folder, List.of("std"));
  }

  /**
   * It has no word for function literals that are left in inlined copies only, for {@code +=}, and
   * for slices that are moved to the heap where they leave the stack.
   */
  private static double leastConfirmed(Kind kind) {
    return switch (kind) {
      case CLOSURE, CONCATENATION, APPEND -> 0.85;
      default -> 0.98;
    };
  }

  private static void compare(Path folder, List<String> patterns)
      throws IOException, InterruptedException {
    var facts = CompilerFacts.of(folder, folder.resolve("cache"), patterns);
    var comparison = SiteComparison.run(folder, facts, patterns);
    System.out.println(comparison.table());
    assertThat(comparison.sites()).isGreaterThan(3000);
    assertThat(comparison.found()).as("lines with a site").isGreaterThanOrEqualTo(0.995);
    for (var kind : Kind.values()) {
      if (SiteComparison.isPrinted(kind)) {
        assertThat(comparison.confirmed(kind))
            .as(kind.spelling())
            .isGreaterThanOrEqualTo(leastConfirmed(kind));
      }
    }
  }
}
