package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.types.check.FactsText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of every expression, identifier and struct of real packages we know what go/types knows.
 *
 * <p>One kind of line may differ: a constant expression that several lines of a group share has a
 * value for each, of which go/types happens to keep the one it computed last.
 */
final class TypesOracleTest {
  private static final List<String> PACKAGES =
      List.of(
          "errors",
          "unicode/utf8",
          "math/bits",
          "sort",
          "strings",
          "strconv",
          "container/list",
          "slices",
          "maps",
          "cmp",
          "iter",
          "sync/atomic",
          "bytes",
          "bufio",
          "io",
          "sync",
          "time",
          "reflect",
          "fmt",
          "context",
          "encoding/binary",
          "encoding/json",
          "text/template",
          "net/netip",
          "go/types",
          "crypto/elliptic",
          "runtime");

  @ParameterizedTest
  @ValueSource(strings = {"linux/amd64", "linux/386", "windows/arm64"})
  void packages(String platform) {
    String system = platform.substring(0, platform.indexOf('/'));
    String architecture = platform.substring(platform.indexOf('/') + 1);
    var program = GoPackages.list(system, architecture, PACKAGES).program();
    var ours = new HashSet<String>();
    var errors = new ArrayList<String>();
    for (String path : PACKAGES) {
      var checked = program.check(path).orElseThrow();
      FactsText.write(program, checked, line -> ours.add(path + "\t" + line));
      for (var file : checked.files()) {
        file.errors().forEach(each -> errors.add(path + ": " + each.message()));
        file.facts()
            .forEach(
                facts -> facts.errors().forEach(each -> errors.add(path + ": " + each.message())));
      }
    }
    assertThat(errors).isEmpty();
    assertAlmostEqual(ours, theirs(GoPackages.oracle("facts", system, architecture, PACKAGES)));
  }

  private static Set<String> theirs(String text) {
    var lines = new HashSet<String>();
    String path = "";
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.startsWith("# ")) {
        path = line.substring(2);
      } else {
        lines.add(path + "\t" + line);
      }
    }
    return lines;
  }

  private static void assertAlmostEqual(Set<String> ours, Set<String> theirs) {
    var missing = new HashSet<>(theirs);
    missing.removeAll(ours);
    var extra = new HashSet<>(ours);
    extra.removeAll(theirs);
    assertThat(missing).filteredOn(line -> !line.contains("\tconst\t")).isEmpty();
    assertThat(extra).filteredOn(line -> !line.contains("\tconst\t")).isEmpty();
    assertThat(missing).hasSizeLessThanOrEqualTo(theirs.size() / 10_000);
    assertThat(extra).hasSameSizeAs(missing);
  }

  @Test
  void sizes() {
    var lines = GoToolchain.get().run(GoPackages.ORACLE, "", "sizes").lines().toList();
    assertThat(lines)
        .allSatisfy(
            line -> {
              var fields = line.split(" ", -1);
              assertThat(Sizes.of(fields[0]))
                  .as(line)
                  .hasValue(new Sizes(Integer.parseInt(fields[1]), Integer.parseInt(fields[2])));
            });
    assertThat(lines).hasSizeGreaterThan(10);
  }
}
