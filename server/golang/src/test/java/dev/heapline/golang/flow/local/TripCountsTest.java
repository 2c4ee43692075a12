package dev.heapline.golang.flow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often loops run; numbers are compared with what happens. */
class TripCountsTest {
  private static List<TripCount> counts(OneFile file, OneFile.Top top) {
    var variables = Variables.of(file.program(), top.declaration(), top.facts());
    var counts = new TripCounts(file.program(), top.facts(), variables);
    var found = new ArrayList<TripCount>();
    for (var node : top.nodes()) {
      switch (node) {
        case Statement.For loop -> found.add(counts.of(loop));
        case Statement.Range loop -> found.add(counts.of(loop));
        default -> {}
      }
    }
    return found;
  }

  private static String count(String head) {
    return count(head, "");
  }

  private static String count(String head, String body) {
    var file =
        OneFile.of(
            "package p\nconst size = 8\nvar global int\nvar all []int\n"
                + "func f(n int, s []byte, m map[int]string, t string, c chan int, a *[4]int,"
                + " y func(func(int) bool)) {\n"
                + head
                + " { "
                + body
                + " }\n}\n");
    var top = file.function("f");
    assertThat(top.facts().errors()).isEmpty();
    return switch (counts(file, top).getFirst()) {
      case TripCount.Constant(long times) -> "" + times;
      case TripCount.Length(var of, long less) ->
          "len " + name(of) + (less == 0 ? "" : " - " + less);
      case TripCount.Value(var of, long less) -> name(of) + (less == 0 ? "" : " - " + less);
      case TripCount.Unknown _ -> "?";
    };
  }

  private static String name(Expression expression) {
    return expression instanceof Expression.Identifier name ? name.name() : "…";
  }

  @Test
  void ranges() {
    assertThat(count("for range 10")).isEqualTo("10");
    assertThat(count("for i := range size", "_ = i")).isEqualTo("8");
    assertThat(count("for range n")).isEqualTo("n");
    assertThat(count("for range s", "s = nil")).isEqualTo("len s");
    assertThat(count("for range t")).isEqualTo("len t");
    assertThat(count("for range a")).isEqualTo("4");
    assertThat(count("for range [3]int{}")).isEqualTo("3");
    assertThat(count("for range m")).isEqualTo("len m");
    assertThat(count("for k := range m", "m[k+1] = t")).isEqualTo("?");
    assertThat(count("for range c")).isEqualTo("?");
    assertThat(count("for range y")).isEqualTo("?");
  }

  @Test
  void clauses() {
    assertThat(count("for i := 0; i < 10; i++")).isEqualTo("10");
    assertThat(count("for i := 0; i <= size; i += 3")).isEqualTo("3");
    assertThat(count("for i := 0; i < n; i++")).isEqualTo("n");
    assertThat(count("for i := 0; n > i; i++")).isEqualTo("n");
    assertThat(count("for i := 1; i <= n; i++")).isEqualTo("n");
    assertThat(count("for i := 1; i < len(s); i++")).isEqualTo("len s - 1");
    assertThat(count("for i := 0; i != len(t); i++")).isEqualTo("len t");
    assertThat(count("for i := len(s) - 1; i >= 0; i--")).isEqualTo("len s");
    assertThat(count("for i := n; i > 0; i--")).isEqualTo("n");
    assertThat(count("for i := 0; i < len(s); i++", "s = s[1:]")).isEqualTo("?");
    assertThat(count("for i := 0; i < n; i++", "n--")).isEqualTo("?");
    assertThat(count("for i := 0; i < n; i++", "i++")).isEqualTo("?");
    assertThat(count("for i := 0; i < n; i++", "p := &i; *p = 1")).isEqualTo("?");
    assertThat(count("for i := 0; i < n; i++", "func() { i = 1 }()")).isEqualTo("?");
    assertThat(count("for i := 0; i < global; i++")).isEqualTo("?");
    assertThat(count("for i := 0; i < len(all); i++")).isEqualTo("?");
    assertThat(count("for i := 0; i != n; i++")).isEqualTo("?");
    assertThat(count("for i := 0; i < n; i--")).isEqualTo("?");
    assertThat(count("for i := 0; i < n && i < 5; i++")).isEqualTo("?");
    assertThat(count("for n > 0", "n--")).isEqualTo("?");
    assertThat(count("for", "break")).isEqualTo("?");
  }

  @Test
  void numbersAreWhatHappens(@TempDir Path folder) throws IOException, InterruptedException {
    var random = new Random(27);
    var text = new StringBuilder();
    int loops = 300;
    for (int i = 0; i < loops; i++) {
      String relation = List.of("<", "<=", ">", ">=", "!=").get(random.nextInt(5));
      int step = 1 + random.nextInt(3);
      String post = List.of("i++", "i--", "i += " + step, "i -= " + step).get(random.nextInt(4));
      text.append("\tcount = 0\n\tfor i := %d; ".formatted(random.nextInt(21) - 10))
          .append(
              random.nextBoolean()
                  ? "i " + relation + " " + (random.nextInt(21) - 10)
                  : (random.nextInt(21) - 10) + " " + relation + " i")
          .append("; " + post + " {\n\t\tif count++; count > 1000 {\n\t\t\tbreak\n\t\t}\n\t}\n")
          .append("\tprintln(count)\n");
    }
    String source = "package main\n\nfunc main() {\n\tvar count int\n" + text + "}\n";
    Files.writeString(folder.resolve("main.go"), source);
    Files.writeString(folder.resolve("go.mod"), "module p\n\ngo 1.26\n");
    var process = GoToolchain.get().go(folder, "run", ".").redirectErrorStream(true).start();
    var happened =
        new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .map(Long::valueOf)
            .toList();
    assertThat(process.waitFor()).isZero();

    var file = OneFile.of(source);
    var counts = counts(file, file.function("main"));
    assertThat(counts).hasSize(loops);
    int known = 0;
    for (int i = 0; i < loops; i++) {
      if (counts.get(i) instanceof TripCount.Constant(long times)) {
        assertThat(times).as("loop %d", i).isEqualTo(happened.get(i));
        known++;
      } else {
        assertThat(happened.get(i)).as("loop %d", i).isGreaterThan(1000);
      }
    }
    assertThat(known).isGreaterThan(loops / 3);
  }
}
