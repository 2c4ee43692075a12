package dev.heapline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start is quick because classes come from the AOT cache, and correct where they cannot. */
final class AotCacheIT {
  /** Classes of ours and of the libraries; hidden classes, made at run time, have an address. */
  private static final Pattern OURS =
      Pattern.compile(
          " ((?:dev\\.heapline|org\\.eclipse\\.lsp4j|com\\.google\\.gson|picocli)\\.[^ /]+) source: (.*)");

  private static final double NEARLY_ALL = 0.97;

  /** Relative to the module, as HEAPLINE_JAVA_OPTIONS is split at blanks. */
  private static final Path LOG = Path.of("target/class-load.log");

  @TempDir private Path temporary;

  @Test
  void theServerStartsFromTheCache() throws Exception {
    assertThat(archivedInServer(Packaged.built())).isGreaterThan(NEARLY_ALL);
  }

  @Test
  void commandsStartFromTheCacheToo() throws Exception {
    assertThat(Packaged.built().run(logged(), "--help").exit()).isZero();
    assertThat(archived()).isGreaterThan(NEARLY_ALL);
  }

  @Test
  void aCopyWithNewTimesInAFolderWithASpaceStartsFromTheCache() throws Exception {
    Packaged copy = Packaged.built().copyTo(temporary.resolve("copy"));
    assertThat(archivedInServer(copy)).isGreaterThan(NEARLY_ALL);

    Path renamed = Files.move(copy.folder(), temporary.resolve("a copy"));
    assertThat(archivedInServer(new Packaged(renamed))).isGreaterThan(NEARLY_ALL);
  }

  @ParameterizedTest(name = "-Xmx{0}")
  @ValueSource(strings = {"1g", "24g"})
  void theCacheHoldsForTheHeapsOfSmallAndLargeMachines(String heap) throws Exception {
    Map<String, String> environment =
        Map.of("HEAPLINE_JAVA_OPTIONS", logged().get("HEAPLINE_JAVA_OPTIONS") + " -Xmx" + heap);
    assertThat(Exchange.with(Packaged.built(), environment).exit()).isZero();
    assertThat(archived()).isGreaterThan(NEARLY_ALL);
  }

  @Test
  void theHeapStaysSmallEnoughForTheCacheOnAnyMachine() {
    String flags =
        Packaged.built()
            .run(Map.of("HEAPLINE_JAVA_OPTIONS", "-XX:+PrintFlagsFinal"), "--version")
            .err();
    var ram = Pattern.compile(" MaxRAM += (\\d+)").matcher(flags);
    var percentage = Pattern.compile(" MaxRAMPercentage += ([\\d.]+)").matcher(flags);
    assertThat(ram.find() && percentage.find()).as("flags: %s", flags).isTrue();
    double largest = Long.parseLong(ram.group(1)) * Double.parseDouble(percentage.group(1)) / 100;
    assertThat(largest).isLessThan(32.0 * (1L << 30));
  }

  /** What can be wrong with the cache of an installation. */
  enum Damage {
    MISSING {
      @Override
      void doTo(Path cache) throws IOException {
        Files.delete(cache);
      }
    },
    EMPTY {
      @Override
      void doTo(Path cache) throws IOException {
        Files.write(cache, new byte[0]);
      }
    },
    TRUNCATED {
      @Override
      void doTo(Path cache) throws IOException {
        try (var file = Files.newByteChannel(cache, StandardOpenOption.WRITE)) {
          file.truncate(file.size() / 2);
        }
      }
    },
    GARBAGE {
      @Override
      void doTo(Path cache) throws IOException {
        byte[] noise = new byte[(int) Files.size(cache)];
        new Random(1).nextBytes(noise);
        Files.write(cache, noise);
      }
    },
    OVERWRITTEN_INSIDE {
      @Override
      void doTo(Path cache) throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(2).nextBytes(noise);
        try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
          file.seek(file.length() / 3);
          file.write(noise);
        }
      }
    };

    abstract void doTo(Path cache) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void withoutAGoodCacheOnlyTheProtocolReachesStdout(Damage damage) throws Exception {
    Packaged copy = Packaged.built().copyTo(temporary.resolve("copy"));
    damage.doTo(copy.cache());

    Exchange exchange = Exchange.with(copy, Map.of());

    assertThat(exchange.stdout()).startsWith("C");
    assertThat(exchange.messages()).anyMatch(message -> message.contains("\"capabilities\""));
    assertThat(exchange.exit()).isZero();
  }

  /**
   * The build's training and every run go through the same script. Here the options file of a copy
   * changes in a way that voids the cache; a run notices, so it reads the file; training again
   * mends it, so it reads the file too.
   */
  @Test
  void trainingAndRunningReadOneOptionsFile() throws Exception {
    Packaged copy = Packaged.built().copyTo(temporary.resolve("copy"));
    Files.writeString(
        copy.options(),
        Files.readString(copy.options())
            .replace("-XX:+UseCompactObjectHeaders", "-XX:-UseCompactObjectHeaders"));
    assertThat(archivedInServer(copy)).as("with a cache for other options").isZero();

    Files.delete(copy.cache());
    ProcessBuilder training =
        copy.process(
                Map.of("HEAPLINE_JAVA_OPTIONS", "-XX:AOTCacheOutput=lib/heapline.aot"),
                "debug",
                "train",
                Path.of("../../examples/leaky").toAbsolutePath().toString())
            .directory(copy.folder().toFile());
    Packaged.Outcome trained = Packaged.run(training);

    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(archivedInServer(copy)).as("trained again").isGreaterThan(NEARLY_ALL);
  }

  private double archivedInServer(Packaged command) throws Exception {
    Exchange exchange = Exchange.with(command, logged());
    assertThat(exchange.exit()).as(exchange.stderr()).isZero();
    return archived();
  }

  private Map<String, String> logged() {
    return Map.of("HEAPLINE_JAVA_OPTIONS", "-Xlog:class+load:file=" + LOG);
  }

  /** {@return the share of our classes that came from the cache} */
  private double archived() throws IOException {
    List<String> sources =
        Files.readAllLines(LOG).stream()
            .map(OURS::matcher)
            .filter(Matcher::find)
            .map(line -> line.group(2))
            .toList();
    Files.delete(LOG);
    assertThat(sources).as("our classes that were loaded").hasSizeGreaterThan(50);
    return sources.stream().filter(source -> source.startsWith("shared objects file")).count()
        / (double) sources.size();
  }
}
