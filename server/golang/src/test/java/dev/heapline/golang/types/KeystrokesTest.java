package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long one keystroke takes in a long file until its package is parsed and checked again: a
 * measurement, run by {@code bench/keystroke}.
 */
@Tag("long")
final class KeystrokesTest {
  private static final int WARM_UP = 1_500;
  private static final int KEYSTROKES = 3_000;

  @ParameterizedTest
  @CsvSource({"net/http,server.go", "runtime,proc.go"})
  void measure(String path, String name) {
    var packages = GoPackages.list("linux", "amd64", List.of(path));
    measure("in a body", new Typing(packages, path, name, true));
    measure("in a declaration", new Typing(packages, path, name, false));
  }

  private static void measure(String where, Typing typing) {
    for (int i = 0; i < WARM_UP; i++) {
      typing.keystroke();
    }
    long[] times = new long[KEYSTROKES];
    for (int i = 0; i < KEYSTROKES; i++) {
      long start = System.nanoTime();
      typing.keystroke();
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    System.out.printf(
        "%s, a file of %d lines, %s: p50 %.2f ms, p99 %.2f ms%n",
        typing.path,
        typing.lines(),
        where,
        times[KEYSTROKES / 2] / 1e6,
        times[KEYSTROKES * 99 / 100] / 1e6);
    assertThat(typing.program.check(typing.path)).isPresent();
  }

  /**
   * Somebody who types statements in bodies, or fields in struct types of a file, and takes them
   * back.
   */
  private static final class Typing {
    private static final String STATEMENT =
        "\n\tif typed := len(\"text\"); typed > 0 { println(typed) }\n";
    private static final String DECLARATION = "\n\ttyped, other *int\n";

    final String path;
    private final GoPackages packages;
    private final boolean inBodies;
    private final Random random = new Random(5);
    private final int place;
    private PackageInput input;
    private Program program;
    private GoFile tree;
    private String typed = "";
    private int at;
    private int count;

    Typing(GoPackages packages, String path, String name, boolean inBodies) {
      this.packages = packages;
      this.path = path;
      this.inBodies = inBodies;
      this.input = packages.input(path);
      this.place =
          input.files().stream()
              .map(file -> file.tree().source().path())
              .toList()
              .indexOf(
                  input.files().stream()
                      .map(file -> file.tree().source().path())
                      .filter(file -> file.endsWith("/" + name))
                      .findFirst()
                      .orElseThrow());
      this.tree = input.files().get(place).tree();
      this.program = packages.program();
      this.program.check(path);
    }

    int lines() {
      return new String(tree.source().bytes(), StandardCharsets.ISO_8859_1).split("\n").length;
    }

    void keystroke() {
      if (typed.isEmpty()) {
        typed = inBodies ? STATEMENT : DECLARATION;
        at = anywhere();
        count = 0;
      }
      boolean forward = count < typed.length();
      byte[] before = tree.source().bytes();
      int cursor = at + (forward ? count : 2 * typed.length() - count);
      byte[] after = new byte[before.length + (forward ? 1 : -1)];
      System.arraycopy(before, 0, after, 0, forward ? cursor : cursor - 1);
      System.arraycopy(
          before, cursor, after, forward ? cursor + 1 : cursor - 1, before.length - cursor);
      if (forward) {
        after[cursor] = (byte) typed.charAt(count);
      }
      count++;
      if (count == 2 * typed.length()) {
        typed = "";
      }
      check(after);
    }

    private void check(byte[] text) {
      var source = new SourceFile(tree.source().path(), tree.source().version() + 1, text);
      tree = GoParser.reparse(tree, source);
      var files = new ArrayList<>(input.files());
      files.set(place, new PackageInput.File(tree, files.get(place).minorVersion()));
      input = new PackageInput(path, files, input.imports());
      program =
          program.next(
              Set.of(path),
              wanted -> Optional.of(wanted.equals(path) ? input : packages.input(wanted)));
      assertThat(program.check(path)).isPresent();
    }

    /** The start of a random function's body, or of the fields of a struct type. */
    private int anywhere() {
      var places = new ArrayList<Integer>();
      for (var each : tree.declarations()) {
        switch (each.tree().declaration()) {
          case Declaration.Function function
              when inBodies && function.body() instanceof Statement.Block body ->
              places.add(each.offset() + body.start() + 1);
          case Declaration.Types types when !inBodies ->
              types.specifications().stream()
                  .map(Specification.Type::type)
                  .filter(Expression.StructType.class::isInstance)
                  .map(type -> ((Expression.StructType) type).fields())
                  .forEach(fields -> places.add(each.offset() + fields.start() + 1));
          default -> {}
        }
      }
      return places.get(random.nextInt(places.size()));
    }
  }
}
