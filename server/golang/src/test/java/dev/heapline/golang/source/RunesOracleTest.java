package dev.heapline.golang.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every rune has the classes that Go's own tables give it. */
final class RunesOracleTest {
  @Test
  void classes() {
    var differences =
        GoToolchain.get()
            .run(Path.of("src/test/go/constants"), "", "runes")
            .lines()
            .filter(line -> !line.equals(ours(Integer.parseInt(line, 0, line.indexOf(' '), 10))))
            .toList();
    assertThat(differences).isEmpty();
  }

  private static String ours(int rune) {
    return rune
        + " "
        + Runes.isLetter(rune)
        + " "
        + Runes.isDigit(rune)
        + " "
        + Runes.isPrintable(rune);
  }
}
