package dev.heapline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.heapline.base.testing.GoldenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged commands that print pprof's views, on the example's profiles. */
final class ViewsIT {
  private static final Packaged HEAPLINE = Packaged.built();
  private static final String EXAMPLE = "../../examples/leaky";
  private static final String AFTER = EXAMPLE + "/profiles/heap-after.pb.gz";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top --nodecount 5",
        "tree --nodecount 3",
        "peek --sample-index alloc_objects main.page",
        "list main.page",
        "traces --focus main.page",
        "tags",
        "raw --focus main.quote"
      })
  void jsonIsWhatItWas(String command) {
    var words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.addAll(List.of("--source-path", EXAMPLE, "--trim-path", "example.com/leaky"));
    words.addAll(List.of("--format", "json", AFTER));

    var outcome = HEAPLINE.run(Map.of("TZ", "UTC"), words.toArray(String[]::new));

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(JsonParser.parseString(outcome.out()).isJsonObject()).isTrue();
    GoldenFile.named("views/" + words.getFirst() + ".json").check(outcome.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top",
        "top none.pb.gz",
        "top pom.xml",
        "top --cum --flat " + AFTER,
        "top --functions --lines " + AFTER,
        "top --nodecount=many " + AFTER,
        "top --sample-index=nothing " + AFTER,
        "top --divide-by=0 " + AFTER,
        "top --normalize " + AFTER,
        "top --focus=( " + AFTER,
        "list ( " + AFTER,
        "peek " + AFTER
      })
  void badUsageIsOneLineAndExitCode2(String command) {
    var outcome = HEAPLINE.run(Map.of(), command.split(" ", -1));

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("heapline ").hasLineCount(1);
  }
}
