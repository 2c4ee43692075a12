package dev.heapline.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenDifferenceTest {
  @Test
  void equalListsNeedNoEdit() {
    assertThat(SemanticTokensFeature.difference(List.of(1, 2, 3), List.of(1, 2, 3))).isEmpty();
    assertThat(SemanticTokensFeature.difference(List.of(), List.of())).isEmpty();
  }

  /** What a client makes of the edits is what the server has. */
  @Test
  void editsTurnOneListIntoTheOther() {
    var random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      var before = numbers(random);
      var after = numbers(random);
      var patched = new ArrayList<>(before);
      for (var edit : SemanticTokensFeature.difference(before, after)) {
        var replaced = patched.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount());
        replaced.clear();
        replaced.addAll(edit.getData());
      }
      assertThat(patched).isEqualTo(after);
    }
  }

  private static List<Integer> numbers(Random random) {
    return random.ints(random.nextInt(8), 0, 3).boxed().toList();
  }
}
