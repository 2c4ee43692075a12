package dev.heapline.golang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    GoToolchain go = GoToolchain.find();
    List<Path> files = new ArrayList<>(GoToolchain.sources(go.root().resolve("src")));
    go.compilerTests().ifPresent(tests -> files.addAll(GoToolchain.sources(tests)));
    assertThat(files).hasSizeGreaterThan(5000);
    List<Expected> expected = expected(go, files);

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
        go.version(), files.size(), broken, sameBroken);
    differingBroken.forEach(each -> System.out.println("  differs in recovery: " + each));
    assertThat(differing).isEmpty();
  }

  private static List<Expected> expected(GoToolchain go, List<Path> files) {
    String input = files.stream().map(Path::toString).collect(Collectors.joining("\n"));
    String output = go.run(Path.of(""), input, List.of(go.build(ORACLE).toString()));
    return output
        .lines()
        .map(line -> line.split(" ", 3))
        .map(parts -> new Expected(parts[0], parts[1].equals("true"), parts[2]))
        .toList();
  }

  private static String hash(Path file) {
    try {
      GoFile tree = GoParser.parse(new SourceFile(file.toString(), 0, Files.readAllBytes(file)));
      String dump = TreeDump.detailed(tree);
      return "%016x %s".formatted(fnv(dump), tree.errors().isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long fnv(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xFF)) * 0x100000001b3L;
    }
    return hash;
  }
}
