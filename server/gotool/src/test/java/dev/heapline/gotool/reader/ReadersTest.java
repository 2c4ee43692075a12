package dev.heapline.gotool.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.fact.Place;
import dev.heapline.gotool.fact.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadersTest {
  private static final SourceNames NAMES = new SourceNames(Path.of("/m"), Map.of());
  private static final String LOG =
      """
      {"version":0,"package":"m","goos":"linux","goarch":"amd64","gc_version":"go1.27.3","file":"/m/a%b.go"}
      {"range":{"start":{"line":4,"character":2},"end":{"line":4,"character":2}},"severity":3,"code":"nilcheck","source":"go compiler","message":"","relatedInformation":[{"location":{}}]}
      {"range":{"start":{"line":9,"character":29},"end":{"line":9,"character":29}},"severity":3,"code":"escape","source":"go compiler","message":"\\u0026T{...} escapes to heap","relatedInformation":[{"location":{"uri":"file:///m/s%20t/b.go","range":{"start":{"line":2,"character":3},"end":{"line":2,"character":3}}},"message":"inlineLoc"},{"location":{"uri":"file:///m/a%25b.go","range":{"start":{"line":9,"character":29},"end":{"line":9,"character":29}}},"message":"escflow:    flow: ~r0 ← \\u0026{storage for \\u0026T{...}}:"},{"location":{"uri":"file://__unnamed__","range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}},"message":"escflow:      from f(a) (x) (call parameter)"}]}
      """;

  @Test
  void aLog() throws Exception {
    var entries = OptimizationLog.read("log", bytes(LOG), NAMES);
    assertThat(entries)
        .containsExactly(
            new OptimizationLog.Entry(
                "escape",
                "&T{...} escapes to heap",
                new Place("/m/a%b.go", 9, 29),
                List.of(new Place("/m/s t/b.go", 2, 3)),
                List.of(
                    new Step.Flow(
                        "~r0", "&{storage for &T{...}}", new Place("/m/a%b.go", 9, 29), List.of()),
                    new Step.From("f(a) (x)", "call parameter", Place.NOWHERE, List.of()))));
  }

  /** Releases before 1.26 drew the arrow as an equals sign. */
  @Test
  void anOlderLog() throws Exception {
    var entries = OptimizationLog.read("log", bytes(LOG.replace(" ← ", " = ")), NAMES);
    assertThat(entries.getFirst().steps().getFirst())
        .isInstanceOfSatisfying(
            Step.Flow.class, flow -> assertThat(flow.source()).startsWith("&{storage"));
  }

  @Test
  void theOffsetOfWhatIsNoLog() {
    assertThatThrownBy(
            () -> OptimizationLog.read("log", bytes("{\"version\":0}\n{\"range\":[]}"), NAMES))
        .isInstanceOfSatisfying(
            MalformedInputException.class,
            e -> {
              assertThat(e.offset()).isEqualTo(23);
              assertThat(e.expected()).isEqualTo("an object");
            });
    assertThatThrownBy(() -> OptimizationLog.read("log", bytes("{\"version\":1}"), NAMES))
        .hasMessageContaining("version 0");
    assertThatThrownBy(
            () ->
                OptimizationLog.read(
                    "log", bytes("{\"version\":0}{\"x\":" + "[".repeat(1000)), NAMES))
        .hasMessageContaining("inside each other");
  }

  @Test
  void damageIsAnErrorOrNothing() {
    var random = new Random(6);
    byte[] whole = bytes(LOG);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      try {
        var entries = OptimizationLog.read("log", damaged, NAMES);
        assertThat(entries.size()).isLessThanOrEqualTo(2);
      } catch (MalformedInputException e) {
        assertThat(e.offset()).isBetween(0L, (long) damaged.length);
      }
      assertThat(DiagnosticText.read(damaged, _ -> true)).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "./a.go:3:14: x: y escapes to heap|./a.go|3|14|x: y escapes to heap",
        "C:\\m\\a.go:3:14: f does not escape|C:\\m\\a.go|3|14|f does not escape",
        "a.go:103: st.Connected escapes to heap|a.go|103|0|st.Connected escapes to heap",
        "gram.y:20:31[/m/a.go:7:27]: new(int) escapes to heap|/m/a.go|7|27|new(int) escapes to heap",
        "gram.y:10[/m/a.go:4:6]: can inline A|/m/a.go|4|6|can inline A",
        "/m/5:6:x/a.go:1:2: can inline A|/m/5:6:x/a.go|1|2|can inline A",
      })
  void places(String line, String file, int row, int column, String message) {
    assertThat(DiagnosticText.parse(line))
        .contains(new DiagnosticText.Line(file, row, column, message));
  }

  @Test
  void whatIsNoDiagnosticIsPassedOver() {
    String text =
        "# a [a.test]\nnote: nothing\na.go:1:2: can inline A\n# b\nb.go:1:2: can inline B\n";
    assertThat(DiagnosticText.read(bytes(text), path -> path.startsWith("a")))
        .isEqualTo(
            Map.of("a [a.test]", List.of(new DiagnosticText.Line("a.go", 1, 2, "can inline A"))));
  }

  @Test
  void whatCgoMadeLeadsBack() {
    var directives =
        LineDirectives.of(
                bytes(
                    """
                    // Code generated by cmd/cgo; DO NOT EDIT.

                    //line /m/c.go:1:1
                    package c

                    func A() { ü, x :=  /*line :3:21*/_Ctype_int /*line :3:26*/(3), new(int) }
                    """))
            .orElseThrow();
    assertThat(directives.original()).isEqualTo("/m/c.go");
    assertThat(directives.map(4, 1)).contains(new Place("/m/c.go", 1, 1));
    assertThat(directives.map(6, 6)).contains(new Place("/m/c.go", 3, 6));
    assertThat(directives.map(6, 0)).contains(new Place("/m/c.go", 3, 0));
    int parenthesis = "func A() { ü, x :=  /*line :3:21*/_Ctype_int /*line :3:26*/(".length() + 1;
    assertThat(directives.map(6, parenthesis)).contains(new Place("/m/c.go", 3, 26));
    assertThat(directives.map(2, 1)).isEqualTo(Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
