package dev.heapline.lsp.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;

final class ContentChangeTest {
  @Test
  void withoutARangeTheWholeTextIsReplaced() {
    assertThat(apply("old", new TextDocumentContentChangeEvent("new"))).isEqualTo("new");
  }

  @Test
  void aRangeWrittenBackwardsIsTurned() {
    var range = new Range(new Position(1, 1), new Position(0, 1));
    assertThat(apply("ab\ncd", new TextDocumentContentChangeEvent(range, "-"))).isEqualTo("a-d");
  }

  @Test
  void halvesOfAPairAreKeptAsReplacementCharacters() {
    var secondHalf = new Range(new Position(0, 2), new Position(0, 3));
    assertThat(apply("a😀b", new TextDocumentContentChangeEvent(secondHalf, "")))
        .isEqualTo("a\uFFFDb");
    var nowhere = new Range(new Position(0, 2), new Position(0, 2));
    assertThat(apply("a😀b", new TextDocumentContentChangeEvent(nowhere, "x")))
        .isEqualTo("a\uFFFDx\uFFFDb");
    assertThat(new String(ContentChange.bytes("\ud83dx\ude00😀"), UTF_8))
        .isEqualTo("\uFFFDx\uFFFD😀");
  }

  /** Long runs of random edits, positions anywhere, against the same edits on a String. */
  @Test
  void randomEditsKeepStepWithTheEditor() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      String model = RandomText.of(random, 60);
      var file = file(model);
      for (int step = 0; step < 40; step++) {
        int one = random.nextInt(model.length() + 1);
        int other = Math.min(model.length(), one + random.nextInt(8));
        // A place between \r and \n is inside a line end, which a position cannot name.
        if (insideLineEnd(model, one) || insideLineEnd(model, other)) {
          continue;
        }
        String inserted = random.nextInt(9) == 0 ? "\udc00\ud800" : RandomText.of(random, 4);
        var range = new Range(position(model, one), position(model, other));
        var edit =
            ContentChange.of(
                new TextDocumentContentChangeEvent(range, inserted), PositionEncoding.UTF_16);
        file = new SourceFile("x.go", step, edit.in(file).applyTo(file.bytes()));
        model =
            wellFormed(model.substring(0, one))
                + wellFormed(inserted)
                + wellFormed(model.substring(other));
        assertThat(new String(file.bytes(), UTF_8))
            .as("seed %d, step %d", seed, step)
            .isEqualTo(model);
      }
    }
  }

  private static String apply(String text, TextDocumentContentChangeEvent change) {
    var file = file(text);
    byte[] after = ContentChange.of(change, PositionEncoding.UTF_16).in(file).applyTo(file.bytes());
    return new String(after, UTF_8);
  }

  private static SourceFile file(String text) {
    return new SourceFile("x.go", 0, text.getBytes(UTF_8));
  }

  private static boolean insideLineEnd(String text, int at) {
    return at > 0 && at < text.length() && text.startsWith("\r\n", at - 1);
  }

  private static Position position(String text, int index) {
    String before = text.substring(0, index);
    String[] lines = before.split("\r\n|\r|\n", -1);
    return new Position(lines.length - 1, lines[lines.length - 1].length());
  }

  private static String wellFormed(String text) {
    var result = new StringBuilder();
    text.codePoints()
        .map(each -> each >= 0xd800 && each <= 0xdfff ? 0xfffd : each)
        .forEach(result::appendCodePoint);
    return result.toString();
  }
}
