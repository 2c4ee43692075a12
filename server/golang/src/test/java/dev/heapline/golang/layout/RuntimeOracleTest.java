package dev.heapline.golang.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What Go's runtime does when it runs: objects it allocates, slices it grows. */
class RuntimeOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/layout");

  @Test
  void roundsAndGrowsAsTheRuntime() {
    var lines = GoToolchain.get().run(ORACLE, "").lines().toList();
    int word = Integer.parseInt(lines.getFirst().split(" ", -1)[1]);
    var classes = new SizeClasses(word);
    var growth = new SliceGrowth(classes);
    var differences = new ArrayList<String>();
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", -1);
      long bytes = Long.parseLong(words[1]);
      boolean pointers = Boolean.parseBoolean(words[2]);
      long ours =
          words[0].equals("object")
              ? classes.of(bytes, pointers)
              : growth
                  .capacity(Long.parseLong(words[3]), Long.parseLong(words[4]), bytes, pointers)
                  .orElse(-1);
      if (ours != Long.parseLong(words[words.length - 1])) {
        differences.add(line + ", not " + ours);
      }
    }
    assertThat(lines).hasSizeGreaterThan(4000);
    assertThat(differences).isEmpty();
  }
}
