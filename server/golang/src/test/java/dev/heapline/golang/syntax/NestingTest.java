package dev.heapline.golang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No depth of nesting harms the parser, on a thread with a small stack. */
class NestingTest {
  private static final long STACK = 512 << 10;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "!",
        "-",
        "*",
        "&",
        "<-",
        "~",
        "[]",
        "[1]",
        "map[",
        "map[a]",
        "chan ",
        "<-chan ",
        "chan<- ",
        "func(",
        "func() func() ",
        "func() {",
        "func() { return ",
        "struct{a ",
        "struct{",
        "interface{",
        "interface{a() ",
        "f(",
        "f{",
        "f{a:",
        "[]f{",
        "{{",
        "x.(",
        "x[",
        "x[a:",
        "T[T[",
        "if x {",
        "if x := ",
        "if func() {",
        "for {",
        "for x := range ",
        "switch {case 1:",
        "switch x := ",
        "select {case ",
        "a: ",
        "go ",
        "go func() {",
        "defer func() {",
        "return ",
        "type T ",
        "type T [",
        "type T[P ",
        "type T[P *",
        "var x = ",
        "var x func(",
        "const c = (",
        "case ",
        "else if x {",
        "a ",
        "a, ",
        "a.",
        "a+",
        "a|",
        "a()",
        "a[0]",
        "a{}",
        "a.(b)",
        "a = ",
        "a <- ",
        "if x {} else ",
        "a && (",
        "x; ",
        "`",
        "\"",
        "/*",
        "'",
        "//",
        "\n",
        "\u0000",
        "\ufeff",
        "\u00e9",
        "#",
        "0x",
        "..."
      })
  @Timeout(60)
  void isHarmless(String unit) throws Exception {
    for (String start :
        new String[] {"func f() {\n", "var x = ", "type T ", "func f(", "", "type T["}) {
      String text = "package p\n" + start + unit.repeat(2_500) + "\nfunc last() {}\n";
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      var parse = new FutureTask<>(() -> GoParser.parse(new SourceFile("p.go", 0, bytes)));
      new Thread(null, parse, "small stack", STACK).start();
      GoFile file = parse.get();
      assertThat(TreeDump.of(file)).startsWith("File");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+", "a.", "a()+", "a[0].", "(a).", "a && "})
  void chainsAreNoNesting(String unit) {
    String text = "package p\n\nvar x = " + unit.repeat(50_000) + "a\n";
    GoFile file = GoParser.parse(new SourceFile("p.go", 0, text.getBytes(StandardCharsets.UTF_8)));
    assertThat(file.errors()).isEmpty();
  }
}
