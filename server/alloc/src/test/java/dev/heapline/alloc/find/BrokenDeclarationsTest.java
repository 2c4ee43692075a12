package dev.heapline.alloc.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Source that is broken, or deeper than anybody writes it, has sites or none, but no exception. */
class BrokenDeclarationsTest {
  private static final int CUTS = 150;
  private static final int DEEP = 20_000;
  private static final long STACK_BYTES = 256L << 20;

  static Stream<Path> files() throws IOException {
    try (var list = Files.list(Path.of("src/test/testdata/sites"))) {
      return list.filter(path -> path.toString().endsWith(".go")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void cutsDoNotThrow(Path file) throws IOException, InterruptedException {
    byte[] whole = Files.readAllBytes(file);
    var random = new Random(7);
    var texts = new ArrayList<byte[]>();
    texts.add(whole);
    for (int i = 0; i < CUTS; i++) {
      int from = random.nextInt(whole.length);
      int to = Math.min(whole.length, from + 1 + random.nextInt(12));
      byte[] cut = Arrays.copyOf(whole, whole.length - (to - from));
      System.arraycopy(whole, to, cut, from, whole.length - to);
      texts.add(cut);
    }
    assertThat(sites(texts)).isPositive();
  }

  @Test
  void depthDoesNotThrow() throws InterruptedException {
    var texts =
        Stream.of(
                "var a = " + "(".repeat(DEEP) + "1" + ")".repeat(DEEP),
                "func f(s string) string { return s" + "+s".repeat(DEEP) + " }",
                "type t struct{ t *t }\nfunc f(x *t) any { return x" + ".t".repeat(DEEP) + " }",
                "var b = " + "[]any{".repeat(DEEP) + "}".repeat(DEEP),
                "func g() {" + "{".repeat(DEEP) + "}".repeat(DEEP) + "}",
                "func h() {" + "for { ".repeat(2000) + "}".repeat(2000) + "}",
                "func k() {" + "func() { ".repeat(2000) + "}()".repeat(2000) + "}")
            .map(text -> ("package p\n" + text + "\n").getBytes(StandardCharsets.UTF_8))
            .toList();
    assertThat(sites(texts)).isPositive();
  }

  /** {@return how many sites there are in files that are packages of their own} */
  private static long sites(List<byte[]> texts) throws InterruptedException {
    var count = new long[1];
    var fault = new Throwable[1];
    var thread =
        Thread.ofPlatform()
            .stackSize(STACK_BYTES)
            .start(
                () -> {
                  try {
                    for (byte[] text : texts) {
                      count[0] += sites(text);
                    }
                  } catch (RuntimeException | Error thrown) {
                    fault[0] = thrown;
                  }
                });
    thread.join();
    assertThat(fault[0]).isNull();
    return count[0];
  }

  private static long sites(byte[] text) {
    var tree = GoParser.parse(new SourceFile("p.go", 0, text));
    var program =
        new Program(
            new PackageIds(),
            path ->
                path.equals("p")
                    ? Optional.of(
                        new PackageInput(
                            path, List.of(new PackageInput.File(tree, 27)), _ -> Optional.empty()))
                    : Optional.empty(),
            Sizes.WORD_64);
    var checked = program.check("p").orElseThrow();
    var sites = PackageSites.of(program, GoRelease.NEWEST, checked, new MovedParameters());
    var file = checked.files().getFirst();
    long count = 0;
    for (int i = 0; i < file.facts().size(); i++) {
      count += sites.of(file, i).size();
    }
    return count;
  }
}
