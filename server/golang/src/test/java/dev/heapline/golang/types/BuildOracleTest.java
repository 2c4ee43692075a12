package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of every expression, identifier and struct of whole builds we know what go/types knows.
 *
 * <p>Lines that differ are listed in {@code target/typefacts}. A few may: a constant expression
 * that several lines of a group share has a value for each, of which go/types happens to keep the
 * one it computed last; and go/types itself is at a loss where cgo files pass on what {@code C}
 * declares.
 *
 * <p>Go's commands, more platforms and modules run with {@code -Dexcluded.tests=none}; {@code
 * bench/typefacts} compares what it is asked for.
 */
final class BuildOracleTest {
  @ParameterizedTest
  @CsvSource({
    "windows/arm64, std",
    "linux/386, -test cmp encoding/json iter maps math/bits reflect runtime slices sync/atomic",
  })
  void distribution(String platform, String patterns, @TempDir Path folder) throws IOException {
    compareDistribution(platform, "0", patterns, folder, 500_000);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "linux/amd64, 1, -test std cmd",
    "linux/amd64, 0, std cmd",
    "linux/386, 0, -test std cmd",
    "windows/arm64, 0, -test std cmd",
    "darwin/arm64, 0, std cmd",
    "js/wasm, 0, std cmd",
  })
  void wholeDistribution(String platform, String cgo, String patterns, @TempDir Path folder)
      throws IOException {
    compareDistribution(platform, cgo, patterns, folder, 5_000_000);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "golang.org/x/tools@v0.52.0",
        "google.golang.org/protobuf@v1.36.12",
        "github.com/prometheus/client_golang@v1.25.0",
        "github.com/samber/lo@v1.53.0",
        "k8s.io/apimachinery@v0.37.2",
        "gonum.org/v1/gonum@v0.17.0",
        "github.com/cockroachdb/errors@v1.14.0",
      })
  void modules(String module, @TempDir Path temporary) throws IOException {
    var folder = temporary.toRealPath();
    var environment = new TreeMap<String, String>();
    environment.put("GOMODCACHE", folder.resolve("cache").toString());
    environment.put("GOFLAGS", "-modcacherw");
    go(folder, environment, "mod", "download", module);
    var work = folder.resolve("work");
    try (var files = Files.walk(folder.resolve("cache").resolve(module))) {
      for (var file : files.toList()) {
        Files.copy(file, work.resolve(folder.resolve("cache").resolve(module).relativize(file)));
      }
    }
    go(work, environment, "mod", "download");
    environment.put("GOPROXY", "off");
    var oracle = new BuildOracle(work, environment, false, List.of("-test", "./...", "all"));
    check(module.substring(module.lastIndexOf('/') + 1), oracle, 30_000);
  }

  /** What {@code bench/typefacts} asks for. */
  @Tag("long")
  @Test
  void asked() throws IOException {
    String patterns = System.getProperty("typefacts.patterns", "fmt");
    var folder = Path.of(System.getProperty("typefacts.folder", "."));
    var oracle = new BuildOracle(folder, Map.of(), true, List.of(patterns.split(" ", -1)));
    check("asked", oracle, 1);
  }

  private static void compareDistribution(
      String platform, String cgo, String patterns, Path temporary, long least) throws IOException {
    int slash = platform.indexOf('/');
    var folder = temporary.toRealPath();
    Files.writeString(folder.resolve("go.mod"), "module example.com/m\n\ngo 1.27\n");
    var environment =
        Map.of(
            "GOOS",
            platform.substring(0, slash),
            "GOARCH",
            platform.substring(slash + 1),
            "CGO_ENABLED",
            cgo);
    var oracle = new BuildOracle(folder, environment, true, List.of(patterns.split(" ", -1)));
    check(platform.replace('/', '-') + "-cgo" + cgo, oracle, least);
  }

  private static void check(String name, BuildOracle oracle, long least) throws IOException {
    var report = Files.createDirectories(Path.of("target/typefacts")).resolve(name + ".txt");
    FactsComparison comparison;
    try (var out = Files.newBufferedWriter(report)) {
      comparison = oracle.compare(line -> write(out, line));
    }
    System.out.println(name + " " + oracle.patterns() + ": " + comparison.summary());
    System.out.println("  what differs: " + report.toAbsolutePath());
    assertThat(comparison.all().lines()).isGreaterThanOrEqualTo(least);
    assertThat(comparison.refused()).isEmpty();
    assertThat(comparison.below(0.995)).isEmpty();
    assertThat(comparison.all().equal()).isGreaterThan(0.9999);
    assertThat(comparison.generic().equal()).isGreaterThan(0.9999);
  }

  private static void write(Writer out, String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void go(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    var builder = GoToolchain.get().go(folder, arguments);
    var command = new ArrayList<>(builder.command());
    command.set(0, GoToolchain.get().goroot().resolve("bin/go").toString());
    builder.command(command);
    builder.environment().put("GOTOOLCHAIN", "local");
    builder.environment().putAll(environment);
    try {
      assertThat(builder.inheritIO().start().waitFor()).as("go %s", List.of(arguments)).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
