package dev.heapline.golang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.GoSources;
import dev.heapline.golang.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the tree of every file that comes with Go with what go/parser makes of it. */
class ParseTreeTest {
  private static final Path ORACLE = Path.of("src/test/go/parsetree");

  /** What go/parser makes of a file. */
  private record Expected(String hash, boolean sound, String firstError) {}

  @Test
  void treesAreThoseOfGo() {
    List<Path> files = new ArrayList<>(GoSources.standardLibrary());
    GoSources.compilerTests().ifPresent(tests -> files.addAll(GoSources.below(tests)));
    assertThat(files).hasSizeGreaterThan(5000);
    List<Expected> expected = expected(files);

    List<String> differing = new ArrayList<>();
    int broken = 0;
    int sameBroken = 0;
    List<String> differingBroken = new ArrayList<>();
    List<String> results =
        IntStream.range(0, files.size()).parallel().mapToObj(i -> hash(files.get(i))).toList();
    for (int i = 0; i < files.size(); i++) {
      Expected each = expected.get(i);
      boolean sound = results.get(i).endsWith(" true");
      boolean same = results.get(i).startsWith(each.hash);
      if (each.sound) {
        if (!sound || !same) {
          differing.add(files.get(i) + " " + results.get(i));
        }
      } else {
        broken++;
        if (sound) {
          differing.add(files.get(i) + " lacks " + each.firstError);
        } else if (same) {
          sameBroken++;
        } else {
          differingBroken.add(files.get(i).toString());
        }
      }
    }
    System.out.printf(
        "%s: %d files, %d that go/parser rejects, of which %d have its tree%n",
        GoToolchain.get().version(), files.size(), broken, sameBroken);
    differingBroken.forEach(each -> System.out.println("  differs in recovery: " + each));
    assertThat(differing).isEmpty();
  }

  private static List<Expected> expected(List<Path> files) {
    String input = files.stream().map(Path::toString).collect(Collectors.joining("\n"));
    return GoToolchain.get()
        .run(ORACLE, input)
        .lines()
        .map(line -> line.split(" ", 3))
        .map(parts -> new Expected(parts[0], parts[1].equals("true"), parts[2]))
        .toList();
  }

  private static String hash(Path file) {
    GoFile tree = GoParser.parse(new SourceFile(file.toString(), 0, GoSources.read(file)));
    return "%016x %s".formatted(fnv(TreeDump.detailed(tree)), tree.errors().isEmpty());
  }

  private static long fnv(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xFF)) * 0x100000001b3L;
    }
    return hash;
  }
}
