package dev.heapline.golang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.GoSources;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is broken in one declaration must not break the others. */
class BrokenFilesTest {
  private static final int EVERY = 8;

  @Test
  void declarationsThatACutDidNotTouchKeepTheirTree() {
    List<Path> all = GoSources.standardLibrary();
    for (int seed = 0; seed < 2; seed++) {
      int first = seed * 3;
      List<Path> sample =
          IntStream.range(0, all.size())
              .filter(i -> i % EVERY == first)
              .mapToObj(all::get)
              .toList();
      List<Cuts.Outcome> outcomes = Cuts.measure(sample, seed);
      Cuts.Outcome sum = outcomes.stream().reduce(new Cuts.Outcome("", 0, 0), Cuts.Outcome::plus);
      assertThat(sum.untouched()).isGreaterThan(5000);
      assertThat(sum.share())
          .as("of %d declarations, %d kept their tree", sum.untouched(), sum.kept())
          .isGreaterThan(0.995);
    }
  }
}
