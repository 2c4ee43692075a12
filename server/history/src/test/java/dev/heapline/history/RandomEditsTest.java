package dev.heapline.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A thousand random edit scripts over real Go files, against a model that knows which line is
 * which.
 */
class RandomEditsTest {
  private static final List<String> FILES =
      List.of(
          "src/net/http/server.go",
          "src/encoding/json/decode.go",
          "src/sort/zsortfunc.go",
          "src/strconv/isprint.go",
          "src/go/ast/ast.go");

  private static final List<List<String>> texts = new ArrayList<>();

  @BeforeAll
  static void readFiles() throws IOException {
    var root = GoToolchain.get().goroot();
    for (String file : FILES) {
      texts.add(List.of(Files.readString(root.resolve(file), ISO_8859_1).split("\n", -1)));
    }
  }

  @Test
  void editsAreFollowedExactly() {
    var tally = new Tally();
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var model = new EditedText(texts.get(seed % texts.size()), random);
      var map = LineMap.unchanged(model.bytes());
      int edits = 1 + random.nextInt(40);
      for (int edit = 0; edit < edits; edit++) {
        var change = model.change();
        map = map.edited(change.start(), change.end(), model.bytes());
      }
      tally.add("seed " + seed, model, map);
    }
    assertThat(tally.wrong).isEmpty();
    assertThat(tally.found).isEqualTo(tally.alive);
  }

  @Test
  void aReloadIsFollowedNearlyAlways() {
    var tally = new Tally();
    for (int seed = 500; seed < 1000; seed++) {
      var random = new Random(seed);
      var model = new EditedText(texts.get(seed % texts.size()), random);
      var map = LineMap.unchanged(model.bytes());
      int edits = 1 + random.nextInt(40);
      for (int edit = 0; edit < edits; edit++) {
        model.change();
      }
      tally.add("seed " + seed, model, map.replaced(model.bytes()));
    }
    // Of a line that was copied, and then changed more than its copy, the texts alone tell nothing.
    assertThat(tally.wrong).hasSizeLessThan((int) (tally.alive / 100_000));
    System.out.printf("reload: %d of %d lines found%n", tally.found, tally.alive);
    assertThat(tally.found).isGreaterThan(Math.round(tally.alive * 0.99));
  }

  @Test
  void aKeystrokeInALongFileTakesNoTime() {
    var lines = new ArrayList<String>();
    for (int copy = 0; lines.size() < 5_000; copy++) {
      lines.addAll(texts.get(copy % texts.size()));
    }
    var model = new EditedText(lines, new Random(1));
    var map = LineMap.unchanged(model.bytes());
    long spent = 0;
    int edits = 400;
    for (int edit = 0; edit < edits; edit++) {
      var change = model.change();
      byte[] text = model.bytes();
      long start = System.nanoTime();
      map = map.edited(change.start(), change.end(), text);
      spent += edit < edits / 2 ? 0 : System.nanoTime() - start;
    }
    double average = spent / 1e6 / (edits / 2.0);
    System.out.printf("%d lines: %.2f ms per edit%n", lines.size(), average);
    assertThat(average).isLessThan(8);
  }

  /** What the map got right over many scripts. */
  private static final class Tally {
    private final List<String> wrong = new ArrayList<>();
    private long alive;
    private long found;

    void add(String script, EditedText model, LineMap map) {
      for (int line = 1; line <= model.baseline().size(); line++) {
        String code = EditedText.code(model.baseline().get(line - 1));
        if (code.isEmpty()) {
          continue;
        }
        int truth = model.place(line);
        var place = map.current(line);
        alive += truth > 0 ? 1 : 0;
        found += truth > 0 && place.isPresent() ? 1 : 0;
        // A line that is elsewhere than the model says is no mistake where it says the same there.
        if (place.isPresent()
            && place.getAsInt() != truth
            && !EditedText.code(model.line(place.getAsInt())).equals(code)) {
          wrong.add(
              "%s: line %d is at %d, not %d: %s is not %s"
                  .formatted(
                      script, line, place.getAsInt(), truth, code, model.line(place.getAsInt())));
        }
      }
    }
  }
}
