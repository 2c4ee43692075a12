package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.NameTable;
import dev.heapline.golang.types.check.FactsText;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.PackageSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Packages of the standard library with tokens deleted, doubled, swapped and brought in from
 * elsewhere: each is checked in bounded time, nothing is thrown, and the same errors are found
 * where bodies of functions are parsed one at a time.
 */
final class MutationsTest {
  private static final List<String> PACKAGES =
      List.of(
          "slices",
          "sync/atomic",
          "iter",
          "container/heap",
          "errors",
          "maps",
          "strconv",
          "encoding/csv",
          "text/tabwriter",
          "go/constant");
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z_0-9]+|\"[^\"\\n]*\"|[^\\sA-Za-z_0-9]|\\s+");
  private static final long MOST_SECONDS = 60;
  private static final long STACK = 512L << 20;

  @Test
  void some() throws Exception {
    mutate(new Random(5), 150);
  }

  @Tag("long")
  @Test
  void many() throws Exception {
    mutate(new Random(), 20_000);
  }

  private static void mutate(Random random, int times) throws Exception {
    var packages = GoPackages.list("linux", "amd64", PACKAGES);
    for (int i = 0; i < times; i++) {
      long seed = random.nextLong();
      var task = new FutureTask<>(() -> check(packages, new Random(seed)));
      var thread = new Thread(null, task, "mutation " + seed, STACK);
      thread.setDaemon(true);
      thread.start();
      assertThat(task.get(MOST_SECONDS, TimeUnit.SECONDS)).as("seed %d", seed).isPositive();
    }
  }

  /** {@return how many facts there are of a changed package} */
  private static long check(GoPackages packages, Random random) {
    String path = PACKAGES.get(random.nextInt(PACKAGES.size()));
    var input = packages.input(path);
    var files = new ArrayList<>(input.files());
    int place = random.nextInt(files.size());
    var source = files.get(place).tree().source();
    byte[] changed = change(source.bytes(), random);
    files.set(
        place,
        new PackageInput.File(GoParser.parse(new SourceFile(source.path(), 1, changed)), 27));
    var next = new PackageInput(path, files, input.imports());
    var program =
        packages.program(each -> each.equals(path) ? Optional.of(next) : Optional.empty());
    var checked = program.check(path).orElseThrow();
    long[] lines = new long[1];
    FactsText.write(program, checked, _ -> lines[0]++);
    var errors = FactsComparison.errors(checked);
    var surveyed = packages.program(new Outlined(next)).survey(path, () -> false).orElseThrow();
    assertThat(FactsComparison.errors(surveyed)).isEqualTo(errors);
    return lines[0] + errors.size();
  }

  /** A package that is loaded as an outline first. */
  private record Outlined(PackageInput whole) implements PackageSource {
    @Override
    public Optional<PackageInput> load(String path) {
      return whole.path().equals(path) ? Optional.of(whole) : Optional.empty();
    }

    @Override
    public Optional<PackageInput> outline(String path) {
      return load(path).map(Outlined::outline);
    }

    private static PackageInput outline(PackageInput whole) {
      var files =
          whole.files().stream()
              .map(
                  file ->
                      new PackageInput.File(
                          GoParser.outline(file.tree().source(), new NameTable()),
                          file.minorVersion()))
              .toList();
      return new PackageInput(whole.path(), files, whole.imports());
    }
  }

  private static byte[] change(byte[] source, Random random) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(new String(source, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    int changes = 1 + random.nextInt(12);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(tokens.size());
      int other = random.nextInt(tokens.size());
      int length = 1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 6);
      var part = List.copyOf(tokens.subList(at, Math.min(tokens.size(), at + length)));
      switch (random.nextInt(5)) {
        case 0 -> tokens.subList(at, Math.min(tokens.size(), at + length)).clear();
        case 1 -> tokens.addAll(at, part);
        case 2 -> tokens.addAll(other, part);
        case 3 -> tokens.set(at, tokens.get(other));
        default -> {
          String token = tokens.get(at);
          tokens.set(at, tokens.get(other));
          tokens.set(other, token);
        }
      }
      if (tokens.isEmpty()) {
        tokens.add(" ");
      }
    }
    return String.join("", tokens).getBytes(StandardCharsets.ISO_8859_1);
  }
}
