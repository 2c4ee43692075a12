package dev.heapline.golang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.GoSources;
import dev.heapline.golang.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree after an edit is the one that parsing from scratch gives, and shares what it can. */
class ReparseTest {
  private static final List<String> SNIPPETS =
      List.of(
          "`",
          "\"",
          "'",
          "/*",
          "*/",
          "//",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          "\n",
          "\r\n",
          " ",
          ",",
          ".",
          ":=",
          "=",
          "<-",
          "~",
          "x",
          "0x",
          "func f() {\n",
          "\nfunc g() {}\n",
          "\ntype T struct {\n",
          "\nvar x = 1\n",
          "\nconst c = `a\nfunc h() {}\n`\n",
          "import \"a\"\n",
          "// a comment\n",
          "/* a\n b */",
          "package p\n",
          "func",
          "\nfunc k()\n",
          "\u00e9",
          "\u0000",
          "if x {",
          "case 1:",
          "...",
          "\n\n",
          "; var y int",
          "\ufeff");

  @Test
  void equalsParsingFromScratch() {
    List<Path> all = GoSources.standardLibrary();
    int step = all.size() / 150;
    IntStream.range(0, all.size() / step)
        .parallel()
        .mapToObj(i -> all.get(i * step))
        .filter(each -> each.toFile().length() < 60_000)
        .forEach(path -> editRandomly(path, new Random(path.toString().hashCode())));
  }

  private static void editRandomly(Path path, Random random) {
    byte[] bytes = GoSources.read(path);
    GoFile tree = GoParser.parse(new SourceFile(path.toString(), 0, bytes));
    for (int edit = 1; edit <= 40; edit++) {
      byte[] next = edited(bytes, random);
      var source = new SourceFile(path.toString(), edit, next);
      GoFile expected = GoParser.parse(source);
      GoFile actual = GoParser.reparse(tree, source);
      assertThat(describe(actual)).as("%s, edit %d", path, edit).isEqualTo(describe(expected));
      // Now and then the text comes back, as with undo.
      if (random.nextInt(3) > 0) {
        bytes = next;
        tree = actual;
      }
    }
  }

  /** {@return a text with something inserted, removed or copied at a random place} */
  static byte[] edited(byte[] bytes, Random random) {
    int start = random.nextInt(bytes.length + 1);
    int removed = random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(3);
    int end = Math.min(bytes.length, start + removed);
    byte[] inserted = {};
    switch (random.nextInt(3)) {
      case 0 ->
          inserted = SNIPPETS.get(random.nextInt(SNIPPETS.size())).getBytes(StandardCharsets.UTF_8);
      case 1 -> {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(300));
        inserted = Arrays.copyOfRange(bytes, from, to);
      }
      default -> {}
    }
    byte[] result = new byte[bytes.length - (end - start) + inserted.length];
    System.arraycopy(bytes, 0, result, 0, start);
    System.arraycopy(inserted, 0, result, start, inserted.length);
    System.arraycopy(bytes, end, result, start + inserted.length, bytes.length - end);
    return result;
  }

  /** {@return all that a tree says} */
  static String describe(GoFile file) {
    var text = new StringBuilder(TreeDump.detailed(file));
    for (TopLevel each : file.declarations()) {
      TopLevel.Tree tree = each.tree();
      text.append(each.offset()).append(' ').append(tree.length()).append(' ');
      text.append(tree.expressionCount()).append(' ').append(tree.complete()).append(' ');
      text.append(tree.comments()).append(tree.errors()).append('\n');
    }
    file.errors().forEach(each -> text.append(each).append('\n'));
    return text.toString();
  }

  @Test
  void sharesEveryDeclarationThatAnEditDidNotTouch() {
    String text =
        """
        // Package p is a package.
        package p

        import "fmt"

        // f does nothing.
        func f() {
        	fmt.Println(1)
        }

        func stub(x int) int

        type T struct {
        	a int // the a
        }

        var x = `
        func inner() {}
        ` // trailing

        func last() { f() }""";
    GoFile before = parse(text);
    assertThat(before.errors()).isEmpty();
    GoFile after = reparse(before, text.replace("Println(1)", "Println(1, 2)"));
    assertThat(shared(before, after)).containsExactly(true, false, true, true, true, true);
    // Two edits far apart, something moved, and something new in front.
    String moved =
        "// New.\n"
            + text.replace("type T struct {\n\ta int // the a\n}\n\n", "")
                .replace("func stub", "type T struct {\n\ta int // the a\n}\n\nfunc stub")
                .replace("{ f() }", "{ f(); f() }");
    assertThat(shared(before, reparse(before, moved)))
        .containsExactly(true, true, true, true, true, false);
    // What follows a function without a body can change it.
    GoFile body =
        reparse(before, text.replace("func stub(x int) int\n", "func stub(x int) int\n{}"));
    assertThat(body.errors()).isNotEmpty();
    assertThat(shared(before, body)).containsExactly(true, true, false, true, true, true);
    // The last declaration ended with the file; now its line goes on.
    assertThat(shared(before, reparse(before, text + " // more")))
        .containsExactly(true, true, true, true, true, false);
  }

  private static List<Boolean> shared(GoFile before, GoFile after) {
    return before.declarations().stream()
        .map(each -> after.declarations().stream().anyMatch(now -> isSame(now.tree(), each.tree())))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // the very point
  private static boolean isSame(TopLevel.Tree one, TopLevel.Tree other) {
    return one == other;
  }

  private static GoFile parse(String text) {
    return GoParser.parse(new SourceFile("p.go", 0, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static GoFile reparse(GoFile before, String text) {
    var source = new SourceFile("p.go", 1, text.getBytes(StandardCharsets.UTF_8));
    GoFile after = GoParser.reparse(before, source);
    assertThat(describe(after)).isEqualTo(describe(GoParser.parse(source)));
    return after;
  }
}
