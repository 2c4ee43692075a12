package dev.heapline.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.site.Target;
import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Source that is being typed, or is no Go at all. */
class BrokenSourceTest {
  @Test
  void sourceWithBytesCutOutIsAnalysed() throws IOException {
    var random = new Random(4);
    Path source = GoToolchain.get().goroot().resolve("src/go/types");
    try (var files = Files.list(source)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".go")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
        byte[] cut = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, cut, from, bytes.length - to);
        assertThatCode(() -> sites(cut))
            .as(file + " without " + from + ".." + to)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void anEmptyFileAndOneThatIsNoGoHaveNoSites() {
    assertThat(sites(new byte[0])).isEmpty();
    assertThat(sites("\u0000\u0001 not Go {{{ make([]".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void declarationsThatNeedThemselvesHaveNoSizes() {
    var sites =
        sites(
            """
            package p
            const a, b = b, a
            type t struct { t }
            type u = u
            var x = y
            var y = x
            var sink any
            func f() { sink = make([]byte, a); sink = &t{}; sink = new(u); sink = []any{x} }
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(sites)
        .filteredOn(site -> site.kind() != Kind.BOX && !site.type().equals("[]any"))
        .isNotEmpty()
        .noneMatch(site -> site.size() instanceof Size.Fixed);
  }

  private static List<AllocationSite> sites(byte[] bytes) {
    GoFile file = GoParser.parse(new SourceFile("broken.go", 0, bytes));
    return AllocationSites.of(List.of(file), file, Target.LINUX_AMD64);
  }
}
