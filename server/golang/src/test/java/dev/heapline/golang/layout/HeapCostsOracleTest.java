package dev.heapline.golang.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.layout.HeapCosts.Capture;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What values of random types take, as the running runtime says with every allocation recorded:
 * objects, slices, channels, maps, values in interfaces, function literals, method values.
 */
class HeapCostsOracleTest {
  private static final Path PROGRAM = Path.of("src/test/go/heapcosts");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "386"})
  void costsWhatTheRuntimeTakes(String architecture) throws Exception {
    compare(HeapPrograms.random(42, 20), architecture);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"amd64, 1", "386, 2", "amd64, 3", "386, 4"})
  void costsWhatTheRuntimeTakesOfMany(String architecture, long seed) throws Exception {
    compare(HeapPrograms.random(seed, 400), architecture);
  }

  private void compare(HeapPrograms.Text text, String architecture) throws Exception {
    var types = DeclaredTypes.of(text.declarations(), architecture);
    var costs = new HeapCosts(types.layouts());
    int compared = 0;
    var differences = new ArrayList<String>();
    for (String line : run(text, architecture)) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("layout")) {
        var ours = types.layouts().of(types.get(words[1])).orElseThrow();
        String expected = ours.size() + " " + ours.alignment() + " " + ours.pointerBytes();
        if (!line.endsWith(" " + expected)) {
          differences.add(line + ", not " + expected);
        }
      } else {
        int underscore = words[0].indexOf('_');
        var type = types.get(words[0].substring(0, underscore));
        var expected = cost(costs, type, words[0].substring(underscore + 1));
        double objects = Double.parseDouble(words[1]);
        double bytes = Double.parseDouble(words[2]);
        if (!agrees(expected, objects, bytes)) {
          differences.add(line + ", not " + expected);
        }
      }
      compared++;
    }
    System.out.println(architecture + ": " + compared + " figures of " + text.types() + " types");
    assertThat(compared).isGreaterThan(2000);
    assertThat(differences).isEmpty();
  }

  private static boolean agrees(Optional<HeapCost> cost, double objects, double bytes) {
    var expected = cost.orElse(HeapCost.NONE);
    if (expected.isExact()) {
      return objects == expected.mostObjects() && bytes == expected.mostBytes();
    }
    // Small objects share blocks, of which the profile counts those that were opened: the last one
    // may have been opened elsewhere.
    return objects <= expected.mostObjects()
        && bytes <= expected.mostBytes()
        && bytes >= expected.leastBytes() - 0.5;
  }

  private Optional<HeapCost> cost(HeapCosts costs, Type type, String what) {
    int number = Integer.parseInt("0" + what.replaceAll("^[a-z]+(\\d+x)?", ""));
    String way = what.replaceAll("\\d.*", "");
    return switch (way) {
      case "text", "bytes" -> Optional.of(costs.text(number));
      case "new" -> costs.object(type);
      case "slice" -> costs.slice(type, number);
      case "chan" -> costs.channel(type, number);
      case "boxzero" -> {
        // Where a struct has several fields or padding, not all of its bytes need be zero.
        boolean several =
            costs.layouts().of(type).orElseThrow().padding() > 0
                || (Underlying.of(costs.layouts().world(), type) instanceof Struct struct
                    && struct.fields().size() > 1);
        yield costs.box(type).filter(box -> box.leastObjects() > 0 || (several && !box.isNone()));
      }
      case "boxfull" ->
          costs.box(type).filter(box -> !box.isNone()).flatMap(_ -> costs.object(type));
      case "closure" -> {
        boolean large =
            costs.layouts().of(type).orElseThrow().size() > HeapCosts.LARGEST_CAPTURED_VALUE;
        var captured =
            costs.closure(List.of(new Capture(Basic.INT8, false), new Capture(type, large)));
        yield large ? captured.map(each -> each.plus(costs.object(type).orElseThrow())) : captured;
      }
      case "reference" ->
          costs
              .closure(List.of(new Capture(type, true)))
              .map(each -> each.plus(costs.object(type).orElseThrow()));
      case "method" -> costs.methodValue(type);
      case "make" -> {
        int key = what.charAt("make".length()) - '0';
        yield costs.map(key(key), type).map(map -> map.make(number));
      }
      case "grown" -> costs.map(Basic.INT32, type).map(map -> map.grown(number));
      default -> throw new AssertionError(what);
    };
  }

  private static Type key(int index) {
    return switch (index) {
      case 0 -> Basic.INT32;
      case 1 -> Basic.STRING;
      case 2 -> new Type.Array(3, Basic.INT64);
      default -> new Type.Array(33, Basic.UINT32);
    };
  }

  private List<String> run(HeapPrograms.Text text, String architecture)
      throws IOException, InterruptedException {
    for (String file : List.of("main.go", "go.mod")) {
      Files.copy(PROGRAM.resolve(file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("types.go"), text.declarations());
    Files.writeString(folder.resolve("functions.go"), text.functions());
    var build = GoToolchain.get().go(folder, "build", "-o", "program.exe", ".");
    build.environment().put("GOARCH", architecture);
    build.environment().put("CGO_ENABLED", "0");
    assertThat(build.inheritIO().start().waitFor()).isZero();
    var out = folder.resolve("out.txt");
    int status =
        new ProcessBuilder(folder.resolve("program.exe").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    assertThat(status).isZero();
    return Files.readAllLines(out);
  }
}
