package dev.heapline.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Step;
import dev.heapline.alloc.site.Target;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentences that say why something is on the heap. */
class ReasonsTest {
  @Test
  void whatIsTooLargeSaysHowLargeAndWhatTheLimitIs() {
    assertThat(reasons("_ = make([]byte, 4<<20)"))
        .containsExactly("too large for the stack: 4 MB, and the limit is 64 kB");
    assertThat(reasons("_ = new([100 << 10]byte)"))
        .containsExactly("too large for the stack: 100 kB, and the limit is 64 kB");
    assertThat(reasons("_ = &[100 << 10]byte{}"))
        .containsExactly("too large for the stack: 100 kB, and the limit is 64 kB");
    assertThat(reasons("var buffer [1 << 20]byte; buffer[0] = 1"))
        .containsExactly("too large for the stack: 1 MB, and the limit is 128 kB");
  }

  @Test
  void sizesThatRoundToTheLimitAreGivenInFull() {
    assertThat(reasons("_ = make([]byte, 64<<10 + 1)"))
        .containsExactly("too large for the stack: 65,537 bytes, and the limit is 65,536");
    assertThat(sites("_ = make([]byte, 64<<10)"))
        .extracting(AllocationSite::escape)
        .doesNotContain(Escape.HEAP);
  }

  /** To make it smaller would not keep it off the heap. */
  @Test
  void whatIsTooLargeAlsoSaysWhereItGoes() {
    assertThat(reasons("cache = make([]byte, 4<<20)"))
        .containsExactly(
            "too large for the stack: 4 MB, and the limit is 64 kB;"
                + " also stored in the package variable cache at reasons.go:4");
    assertThat(sites("cache = make([]byte, 4<<20)"))
        .singleElement()
        .satisfies(
            site ->
                assertThat(site.path())
                    .extracting(Step::text)
                    .contains("stored in the package variable cache"));
    assertThat(reasons("var buffer [1 << 20]byte; cache = buffer[:]"))
        .containsExactly(
            "too large for the stack: 1 MB, and the limit is 128 kB;"
                + " its address is also stored in the package variable cache at reasons.go:4");
  }

  @Test
  void numbersThatNoMachineHasAreNoReasonToFail() {
    assertThat(reasons("_ = make([]int64, 1<<62)"))
        .containsExactly("too large for the stack: 8 EB, and the limit is 64 kB");
  }

  private static List<String> reasons(String statements) {
    return sites(statements).stream().map(AllocationSite::reason).toList();
  }

  private static List<AllocationSite> sites(String statements) {
    String source = "package p\nvar cache []byte\nfunc f() {\n\t" + statements + "\n}\n";
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    GoFile file = GoParser.parse(new SourceFile("reasons.go", 0, bytes));
    return AllocationSites.of(List.of(file), file, Target.LINUX_AMD64);
  }
}
