package dev.heapline.golang.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.Struct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the structs of Go's own source lie in memory, and how they could. */
class StructLayoutOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/typefacts");

  @TempDir private Path folder;

  @Test
  void liesInMemoryAsTheCompilerHasIt() throws Exception {
    compareLayouts(List.of("sync/...", "runtime", "reflect", "internal/runtime/atomic"), 300);
  }

  @Tag("long")
  @Test
  void liesInMemoryAsTheCompilerHasItInAllPackages() throws Exception {
    compareLayouts(List.of("std"), 3000);
  }

  private void compareLayouts(List<String> patterns, int least) throws Exception {
    var structs = structs(patterns);
    var arguments = new ArrayList<>(List.of("layouts", "linux", "amd64", "0"));
    arguments.addAll(structs.paths());
    var expected = new TreeMap<String, String>();
    String path = "";
    for (String line :
        GoToolchain.get().run(ORACLE, "", arguments.toArray(String[]::new)).lines().toList()) {
      if (line.startsWith("# ")) {
        path = line.substring(2);
      } else {
        int tab = line.indexOf('\t');
        expected.put(path + " " + line.substring(0, tab), line.substring(tab + 1));
      }
    }
    var differences = new ArrayList<String>();
    var layouts = new HashMap<String, TypeLayouts>();
    var compared = new int[2];
    structs.forEach(
        (place, struct) -> {
          String where = place.path() + " " + place.extent();
          String line = expected.getOrDefault(where, "");
          expected.remove(where);
          compared[0]++;
          String[] words = line.split("\t", -1);
          for (int i = 0; i + 1 < words.length; i += 2) {
            for (String architecture : words[i].split(" ", -1)) {
              var ours =
                  text(
                      layouts.computeIfAbsent(
                          architecture,
                          each -> new TypeLayouts(structs.program(), Sizes.of(each).orElseThrow())),
                      struct);
              compared[1]++;
              if (!ours.equals(words[i + 1])) {
                differences.add(where + " " + architecture + ": " + words[i + 1] + ", not " + ours);
              }
            }
          }
        });
    System.out.println(compared[0] + " structs, " + compared[1] + " layouts");
    assertThat(compared[0]).isGreaterThan(least);
    assertThat(differences).isEmpty();
    assertThat(expected).isEmpty();
  }

  private static String text(TypeLayouts layouts, Struct struct) {
    return layouts
        .of(struct)
        .map(
            layout ->
                layout.size()
                    + " "
                    + layout.whole().alignment()
                    + layout.offsets().stream()
                        .map(offset -> " " + offset)
                        .collect(Collectors.joining()))
        .orElse("varies");
  }

  private static final Pattern SIZE =
      Pattern.compile("(\\S+): \\S+ has size (\\d+).* but the optimal size is (\\d+).*");
  private static final Pattern POINTERS =
      Pattern.compile(
          "(\\S+): \\S+ has (\\d+) leading bytes of pointer data but optimal value is (\\d+)");

  /**
   * The order of fields that we propose is at least as good as that of the analyzer {@code
   * fieldalignment}: no larger, and of the same size with no more for the collector to look at.
   */
  @Tag("long")
  @Test
  void ordersFieldsAsWellAsTheAnalyzer() throws Exception {
    var structs = structs(List.of("std"));
    var bySize = new HashMap<String, Matcher>();
    var byPointers = new HashMap<String, Matcher>();
    for (String line : analyzed()) {
      var size = SIZE.matcher(line);
      var pointers = POINTERS.matcher(line);
      if (size.matches()) {
        bySize.put(size.group(1), size);
      } else if (pointers.matches()) {
        byPointers.put(pointers.group(1), pointers);
      }
    }
    int reported = bySize.size() + byPointers.size();
    var layouts = new TypeLayouts(structs.program());
    var worse = new ArrayList<String>();
    var counts = new TreeMap<String, Integer>();
    structs.forEach(
        (place, struct) -> {
          var order = layouts.of(struct).map(FieldOrder::best);
          var size = Optional.ofNullable(bySize.remove(place.position()));
          var pointers = Optional.ofNullable(byPointers.remove(place.position()));
          if (order.isPresent()) {
            count(counts, order.get(), size, pointers);
            if (isWorse(order.get(), size, pointers)) {
              worse.add(place.position() + " " + order.get().after());
            }
          }
        });
    System.out.println(reported + " reported by fieldalignment: " + counts);
    assertThat(reported).isGreaterThan(1000);
    assertThat(worse).isEmpty();
    // What it reports is a struct to us too.
    assertThat(bySize).isEmpty();
    assertThat(byPointers).isEmpty();
  }

  private static boolean isWorse(
      FieldOrder order, Optional<Matcher> size, Optional<Matcher> pointers) {
    return size.filter(each -> order.after().size() > Long.parseLong(each.group(3))).isPresent()
        || pointers
            .filter(
                each ->
                    order.savedBytes() <= 0
                        && order.after().whole().pointerBytes() > Long.parseLong(each.group(3)))
            .isPresent();
  }

  private static void count(
      Map<String, Integer> counts,
      FieldOrder order,
      Optional<Matcher> size,
      Optional<Matcher> pointers) {
    counts.merge("structs", 1, Integer::sum);
    long saved = order.savedBytes();
    long better = order.before().whole().pointerBytes() - order.after().whole().pointerBytes();
    if (size.isPresent()) {
      boolean same = order.after().size() == Long.parseLong(size.get().group(3));
      counts.merge(same ? "size as good" : "size better", 1, Integer::sum);
    } else if (pointers.isPresent()) {
      boolean same =
          order.after().whole().pointerBytes() == Long.parseLong(pointers.get().group(3));
      counts.merge(same ? "pointer bytes as good" : "pointer bytes better", 1, Integer::sum);
    } else if (saved > 0 || better > 0) {
      counts.merge("better only by us", 1, Integer::sum);
    }
  }

  private List<String> analyzed() throws IOException, InterruptedException {
    var tools = Files.createDirectories(folder.resolve("tools"));
    var install =
        GoToolchain.get()
            .go(
                folder,
                "install",
                "golang.org/x/tools/go/analysis/passes/fieldalignment/cmd/fieldalignment@v0.52.0");
    install.environment().put("GOBIN", tools.toString());
    assertThat(install.inheritIO().start().waitFor()).isZero();
    var out = folder.resolve("fieldalignment.txt");
    var analyzer = GoToolchain.get().go(folder);
    analyzer.command(tools.resolve("fieldalignment").toString(), "-test=false", "std");
    analyzer.environment().put("CGO_ENABLED", "0");
    analyzer.environment().put("GOROOT", GoToolchain.get().goroot().toString());
    analyzer.redirectError(out.toFile()).start().waitFor();
    return Files.readAllLines(out);
  }

  private StructsOfGo structs(List<String> patterns) throws IOException {
    Files.writeString(folder.resolve("go.mod"), "module example.com/m\n\ngo 1.27\n");
    return new StructsOfGo(folder.toRealPath(), patterns);
  }
}
