package dev.heapline.alloc.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of imported types against go/types, for machines of both word sizes. */
class ImportedTypesTest {
  @Test
  void layoutsAreThoseOfTheToolchain() {
    List<String> names = ImportedTypes.names();
    List<String> ours = new ArrayList<>();
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      var type = new GoType.Imported(name.substring(0, dot), name.substring(dot + 1));
      ours.add(
          name
              + text(type, Long.BYTES)
              + text(type, Integer.BYTES)
              + " "
              + (ImportedTypes.pointers(type) == Ternary.YES));
    }
    String theirs =
        GoToolchain.get().run(Path.of("src/test/go/layouts"), String.join("\n", names) + "\n");
    assertThat(ours).hasSizeGreaterThan(100).containsExactlyElementsOf(theirs.lines().toList());
  }

  private static String text(GoType.Imported type, int word) {
    Layout layout = ImportedTypes.layout(type, word).orElseThrow();
    return " " + layout.size() + " " + layout.alignment();
  }
}
