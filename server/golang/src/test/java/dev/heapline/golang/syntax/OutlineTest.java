package dev.heapline.golang.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.heapline.golang.GoSources;
import dev.heapline.golang.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An outline and its bodies together are what parsing the whole file gives. */
class OutlineTest {
  @Test
  void skipsBodiesOfFunctionsAlone() {
    var outline =
        outline(
            """
            package p

            // f says what it does.
            func f(x int) (s string) { // begins
            	return "}" + `}` + string('}') /* } */ + "\\"
            } // ends

            func (T) m() { func() {}() }

            func elsewhere()

            var g = func() int { return 1 }
            """);
    assertThat(outline.isOutline()).isTrue();
    assertThat(outline.declarations())
        .extracting(each -> each.tree().declaration())
        .satisfiesExactly(
            f ->
                assertThat(f)
                    .isInstanceOfSatisfying(
                        Declaration.Function.class,
                        function -> {
                          assertThat(function.body()).isInstanceOf(Statement.Skipped.class);
                          assertThat(function.type().results().fields()).hasSize(1);
                          assertThat(function.doc().comments()).hasSize(1);
                        }),
            m ->
                assertThat(m)
                    .isInstanceOfSatisfying(
                        Declaration.Function.class,
                        function ->
                            assertThat(function.body()).isInstanceOf(Statement.Skipped.class)),
            elsewhere ->
                assertThat(elsewhere)
                    .isInstanceOfSatisfying(
                        Declaration.Function.class,
                        function ->
                            assertThat(function.body()).isInstanceOf(Statement.Absent.class)),
            g -> assertThat(g).isInstanceOf(Declaration.Variables.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Braces count up, but not where they stand.
        "func f() {\n\tx :=\n\nfunc g() {}\n",
        "func f() {\n\tif true {\n}\n\nfunc g() int { return 1 }\n\nfunc h() {\n}}\n",
        "func f() {\n\tif true { // {\n}\nvar v = 1\nfunc h() {\n}}\n",
        "func f() {\n\tx := \"{\nconst c = 1\nfunc h() {\n\t}\n}\n",
        "func f() {\n\tx := \"\\\n}\n\nfunc h() {\n\t}\n}\n",
        "func f() {\n\tx := '\\\n}\ntype T int\nfunc h() {\n}\n}\n",
        "func f() {\n\tx := `\n}\nfunc g() {}\n",
        "func f() {\n\t/*\n}\nfunc g() {}\n",
        "func f() {\n\t// }",
        "func f() {\n\t/",
        "func f() {\n\t\"\\",
        "func f() {}}\nfunc g() {}\n",
      })
  void isTheWholeTreeWhereSomethingIsWrong(String declarations) {
    String text = "package p\n\n" + declarations;
    var whole = GoParser.parse(source(text.getBytes(UTF_8)));
    assertThat(whole.errors()).isNotEmpty();
    assertThat(ReparseTest.describe(outline(text))).isEqualTo(ReparseTest.describe(whole));
  }

  @Test
  void takesNoLongerThanTheLengthOfTheFile() {
    String open = "package p\n" + "func f() { {\n".repeat(50_000);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> outline(open));
  }

  @Test
  void standardLibrary() {
    GoSources.standardLibrary().parallelStream()
        .map(GoSources::read)
        .forEach(bytes -> compare(bytes, "of a file"));
  }

  @Test
  void editedAtRandom() {
    List<Path> all = GoSources.standardLibrary();
    int step = all.size() / 100;
    for (int i = 0; i < all.size(); i += step) {
      var random = new Random(i);
      byte[] bytes = GoSources.read(all.get(i));
      for (int edit = 0; edit < 20 && bytes.length < 60_000; edit++) {
        byte[] next = ReparseTest.edited(bytes, random);
        compare(next, all.get(i) + ", edit " + edit);
        if (random.nextInt(4) == 0) {
          bytes = next;
        }
      }
    }
  }

  private static void compare(byte[] bytes, String what) {
    var source = source(bytes);
    var whole = GoParser.parse(source);
    var outline = GoParser.outline(source, new NameTable());
    var filled = filled(outline);
    if (filled.isEmpty()) {
      assertThat(whole.errors()).as(what).isNotEmpty();
      return;
    }
    assertThat(declarations(filled.get())).as(what).isEqualTo(declarations(whole.declarations()));
    assertThat(outline.errors()).as(what).isEqualTo(whole.errors());
    assertThat(outline.packageName()).as(what).isEqualTo(whole.packageName());
  }

  /** {@return the declarations with their bodies; nothing where one of those has an error} */
  private static Optional<List<TopLevel>> filled(GoFile outline) {
    if (!outline.isOutline()) {
      return Optional.of(outline.declarations());
    }
    var bodies = new SkippedBodies(outline, new NameTable());
    var filled = new ArrayList<TopLevel>();
    for (var each : outline.declarations()) {
      if (each.tree().declaration() instanceof Declaration.Function function
          && function.body() instanceof Statement.Skipped) {
        var tree = bodies.whole(each);
        if (tree.isEmpty()) {
          return Optional.empty();
        }
        filled.add(new TopLevel(each.offset(), tree.get()));
      } else {
        filled.add(each);
      }
    }
    return Optional.of(filled);
  }

  private static List<String> declarations(List<TopLevel> declarations) {
    return declarations.stream().map(TopLevel::toString).toList();
  }

  private static GoFile outline(String text) {
    return GoParser.outline(source(text.getBytes(UTF_8)), new NameTable());
  }

  private static SourceFile source(byte[] bytes) {
    return new SourceFile("p.go", 0, bytes);
  }
}
