package dev.heapline.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Target;
import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The texts of types against those of {@code go/types}. */
class TypeTextsTest {
  /** Each site is an expression of the type that it allocates. */
  private static final String SOURCE =
      """
      package p

      type item struct {
      	key   byte
      	runes []rune
      }

      var sinks []any

      func keep(values ...any) { sinks = values }

      func all(text string, key byte, raw []byte, character rune, number int32, small uint8) {
      	_, _, _, _ = make([]byte, len(text)), make([]uint8, 9), make([]rune, 9), make([]int32, 9)
      	_, _, _, _ = []byte(text), []uint8(text), []rune(text), []int32(text)
      	_, _ = make(map[rune][]byte, 9), make(map[int32][]uint8, 9)
      	_, _ = make(chan byte), make(chan [4]uint8)
      	_, _, _ = []any{text}, []interface{}{text}, map[string]any{}
      	_, _ = make([]func(byte, ...rune) any, 9), make([]struct{ b byte }, 9)
      	_, _ = make([]item, 9), []*item{}
      	keep(raw, character, number)
      	for _, each := range text {
      		keep(each)
      	}
      	each := 'x'
      	each++
      	keep(each, raw[1:], append(raw, small), item{key: key})
      	sum := key + 1
      	keep([2]byte{sum, text[0]})
      }
      """;

  @Test
  void typesReadAsInGoTypes() {
    Set<String> theirs =
        GoToolchain.get()
            .run(Path.of("src/test/go/typetexts"), SOURCE)
            .lines()
            .collect(Collectors.toUnmodifiableSet());
    byte[] bytes = SOURCE.getBytes(StandardCharsets.UTF_8);
    GoFile file = GoParser.parse(new SourceFile("input.go", 0, bytes));
    List<String> ours =
        AllocationSites.of(List.of(file), file, Target.LINUX_AMD64).stream()
            .filter(
                site ->
                    switch (site.kind()) {
                      case MAKE_SLICE, MAKE_MAP, MAKE_CHANNEL, COMPOSITE, CONVERSION, BOX -> true;
                      default -> false;
                    })
            .map(TypeTextsTest::text)
            .toList();
    assertThat(ours).hasSizeGreaterThan(25);
    assertThat(theirs).containsAll(ours);
  }

  private static String text(AllocationSite site) {
    return site.start() + " " + site.end() + " " + site.type();
  }
}
