package dev.heapline.golang.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** All constraints of Go's own source and thousands of random lines, as go/build/constraint. */
class ConstraintOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/constraints");
  private static final List<String> PIECES =
      List.of(
          "linux",
          "windows",
          "unix",
          "go1.21",
          "go1.18",
          "go1",
          "xgo1.5",
          "go1.x",
          "amd64.v3",
          "ignore",
          "é1",
          "a_b",
          "&&",
          "&&",
          "||",
          "||",
          "!",
          "(",
          ")",
          "&",
          "|",
          ",",
          "!!",
          "-",
          "\t",
          "\u00a0",
          "日",
          "😀",
          "go1.99999999999999999999");

  @Test
  void readsAsGo() {
    var toolchain = GoToolchain.get();
    var lines =
        new ArrayList<>(
            toolchain
                .run(ORACLE, "", "std", toolchain.goroot().resolve("src").toString())
                .lines()
                .toList());
    int ofGo = lines.size();
    var random = new Random(11);
    for (int i = 0; i < 6000; i++) {
      lines.add(
          switch (i % 3) {
            case 0 -> "//go:build " + expression(random, 4);
            case 1 -> "//go:build" + pieces(random);
            default -> "// +build" + pieces(random);
          });
    }
    for (int count : new int[] {99, 100, 101, 102, 999, 1000, 1001}) {
      lines.add("// +build" + " a,b".repeat(count / 2) + " a".repeat(count % 2));
      lines.add("//go:build a" + " && a".repeat(count - 1));
      lines.add("//go:build " + "(".repeat(count) + "a" + ")".repeat(count));
      lines.add("//go:build " + "!(".repeat(count) + "a" + ")".repeat(count));
    }
    var expected = toolchain.run(ORACLE, String.join("\n", lines) + "\n").lines().toList();
    var differences = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      String ours = describe(lines.get(i));
      if (!ours.equals(expected.get(i))) {
        differences.add(lines.get(i) + "\n  ours: " + ours + "\n  Go's: " + expected.get(i));
      }
    }
    assertThat(ofGo).isGreaterThan(1000);
    assertThat(differences).isEmpty();
  }

  @Test
  void convertsAsGofmt() {
    var random = new Random(12);
    var files = new ArrayList<List<String>>();
    for (int i = 0; i < 3000; i++) {
      var lines = new ArrayList<String>();
      if (random.nextInt(3) == 0) {
        lines.add("//go:build " + expression(random, 3));
      }
      for (int count = random.nextInt(4); count > 0 || lines.isEmpty(); count--) {
        lines.add("// +build " + legacyWords(random));
      }
      files.add(lines);
    }
    var input = files.stream().map(each -> String.join("\t", each) + "\n").toList();
    var expected = GoToolchain.get().run(ORACLE, String.join("", input), "format").lines().toList();
    var differences = new ArrayList<String>();
    for (int i = 0; i < files.size(); i++) {
      byte[] header = (String.join("\n", files.get(i)) + "\n\npackage p\n").getBytes(UTF_8);
      var formatted = LegacyLines.formatted(ConstraintLines.in(header)).orElseThrow();
      if (!String.join("\t", formatted).equals(expected.get(i))) {
        differences.add(files.get(i) + "\n  ours: " + formatted + "\n  Go's: " + expected.get(i));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String legacyWords(Random random) {
    var words = new ArrayList<String>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      var parts = new ArrayList<String>();
      for (int more = 1 + random.nextInt(2); more > 0; more--) {
        parts.add((random.nextInt(3) == 0 ? "!" : "") + PIECES.get(random.nextInt(12)));
      }
      words.add(String.join(",", parts));
    }
    return String.join(" ", words);
  }

  @Test
  void spansCountBytes() {
    var line = "//go:build é && !(日 || 𝒳)";
    byte[] bytes = line.getBytes(UTF_8);
    var open = new ArrayList<>(List.of(ParsedConstraint.parse(line).valid().orElseThrow()));
    var texts = new ArrayList<String>();
    while (!open.isEmpty()) {
      var part = open.removeFirst();
      int length = part.span().end() - part.span().start();
      texts.add(new String(bytes, part.span().start(), length, UTF_8));
      open.addAll(part.parts());
    }
    assertThat(texts).containsExactly("é && !(日 || 𝒳)", "é", "!(日 || 𝒳)", "日 || 𝒳", "日", "𝒳");
  }

  static String expression(Random random, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 0 -> PIECES.get(random.nextInt(12));
      case 1 -> "!(" + expression(random, depth - 1) + ")";
      case 2 -> "(" + expression(random, depth - 1) + ") && " + expression(random, depth - 1);
      default -> "(" + expression(random, depth - 1) + " || " + expression(random, depth - 1) + ")";
    };
  }

  private static String pieces(Random random) {
    var text = new StringBuilder();
    for (int count = random.nextInt(9); count > 0; count--) {
      text.append(random.nextInt(3) == 0 ? "" : " ")
          .append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String describe(String line) {
    return switch (ParsedConstraint.parse(line)) {
      case ParsedConstraint.Other _ -> "other";
      case ParsedConstraint.Malformed(int offset, var message) ->
          "error " + (message.contains("+build") ? -1 : inExpression(line, offset)) + " " + message;
      case ParsedConstraint.Valid(var constraint) -> {
        var values = new StringBuilder();
        for (int round = 0; round < 10; round++) {
          int salt = round;
          values.append(constraint.holds(tag -> holds(tag, salt)) ? '1' : '0');
        }
        var version = constraint.goVersion();
        String text =
            version.isEmpty()
                ? ""
                : version.getAsLong() == 0 ? "go1" : "go1." + version.getAsLong();
        String legacy =
            LegacyLines.of(constraint)
                .map(lines -> String.join(" ; ", lines))
                .orElse("expression too complex for // +build lines");
        yield constraint.text() + "\t" + text + "\t" + values + "\t" + legacy;
      }
    };
  }

  /** Go counts bytes from where the expression starts. */
  private static int inExpression(String line, int offset) {
    int start = Spaces.skip(line, "//go:build".length());
    return Math.max(0, offset - line.substring(0, start).getBytes(UTF_8).length);
  }

  private static boolean holds(String tag, int round) {
    int sum = 0;
    for (byte each : tag.getBytes(UTF_8)) {
      sum = sum * 31 % 10007 + (each & 0xFF);
    }
    return (((sum * (2 * round + 1)) >> round) & 1) == 0;
  }
}
