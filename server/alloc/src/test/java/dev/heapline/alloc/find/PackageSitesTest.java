package dev.heapline.alloc.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.PackageSource;
import dev.heapline.golang.types.check.Program;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sites of a package that is edited. */
class PackageSitesTest {
  private static final String SOURCE =
      """
      package p

      type pair struct{ left, right int }

      func first() *pair { return &pair{} }

      func second(n int) []pair { return make([]pair, n) }

      func keep(p pair) *pair { return &p }

      func third() *pair { return keep(pair{}) }
      """;

  private Program program = new Program(new PackageIds(), _ -> Optional.empty(), Sizes.WORD_64);
  private GoFile tree = GoParser.parse(file(""));
  private Optional<PackageSites> sites = Optional.empty();

  private static SourceFile file(String text) {
    return new SourceFile("p.go", 0, text.getBytes(StandardCharsets.UTF_8));
  }

  private CheckedPackage.File edit(String text) {
    tree = GoParser.reparse(tree, file(text));
    PackageSource source =
        path ->
            path.equals("p")
                ? Optional.of(
                    new PackageInput(
                        path, List.of(new PackageInput.File(tree, 27)), _ -> Optional.empty()))
                : Optional.empty();
    program = program.next(Set.of("p"), source);
    var checked = program.check("p").orElseThrow();
    sites =
        Optional.of(
            sites
                .map(each -> each.next(program, checked))
                .orElseGet(
                    () ->
                        PackageSites.of(
                            program, GoRelease.NEWEST, checked, new MovedParameters())));
    return checked.files().getFirst();
  }

  private List<Site> of(CheckedPackage.File file, int index) {
    return sites.orElseThrow().of(file, index);
  }

  @Test
  void whatWasNotEditedKeepsItsSites() {
    var before = edit(SOURCE);
    var first = of(before, 1);
    var second = of(before, 2);
    var after = edit(SOURCE.replace("make([]pair, n)", "make([]pair, n+1)"));
    assertThat(of(after, 1)).isSameAs(first);
    assertThat(of(after, 2)).isNotEqualTo(second);
    assertThat(of(after, 2).getFirst().size())
        .isEqualTo(new Size.Variable(0, OptionalLong.empty(), "16·(n+1)"));
  }

  @Test
  void anotherLayoutOfATypeChangesSizes() {
    var before = edit(SOURCE);
    assertThat(of(before, 1).getFirst().size()).isEqualTo(new Size.Fixed(16, 16));
    var after = edit(SOURCE.replace("left, right int", "left, middle, right int"));
    assertThat(of(after, 1).getFirst().size()).isEqualTo(new Size.Fixed(24, 24));
    assertThat(of(after, 2).getFirst().size())
        .isEqualTo(new Size.Variable(0, OptionalLong.empty(), "24·n"));
  }

  @Test
  void aFunctionThatNoLongerMovesItsParameterLeavesNothingAtItsCalls() {
    var before = edit(SOURCE);
    assertThat(of(before, 4)).extracting(Site::kind).containsExactly(Kind.VARIABLE);
    var after = edit(SOURCE.replace("{ return &p }", "{ return nil }"));
    assertThat(of(after, 4)).isEmpty();
  }
}
