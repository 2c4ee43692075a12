package dev.heapline.golang.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.packages.DiskTree;
import dev.heapline.golang.packages.PackageUnits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of Go's own packages and their tests we load what the go command would hand to the compiler. */
class DistributionLoadTest {
  private static final Path ORACLE = Path.of("src/test/go/typefacts");
  private static final List<String> PATTERNS =
      List.of("net/http", "go/types", "crypto/...", "cmd/vet", "encoding/json");

  @Test
  void loadsWhatGoCompiles(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("go.mod"), "module example.com/m\n\ngo 1.27\n");

    var theirs = theirs(folder);

    assertThat(theirs).hasSizeGreaterThan(4000);
    assertThat(ours(folder)).containsExactlyInAnyOrderElementsOf(theirs);
  }

  private static Set<String> theirs(Path folder) throws IOException {
    var out = Files.createTempFile("heapline-load", ".out");
    try {
      var builder = GoToolchain.get().go(folder);
      builder.command().clear();
      builder
          .command()
          .addAll(List.of(GoToolchain.get().build(ORACLE).toString(), "list", "1", "-test"));
      builder.command().addAll(PATTERNS);
      builder.environment().put("GOTOOLCHAIN", "local");
      builder.environment().put("GOROOT", GoToolchain.get().goroot().toString());
      builder.redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
      assertThat(builder.start().waitFor()).isZero();
      var lines = new TreeSet<String>();
      var imports = new TreeMap<String, String>();
      String identity = "";
      for (String line : Files.readAllLines(out)) {
        var fields = line.split("\t", -1);
        switch (fields[0]) {
          case "package" -> {
            addImports(identity, imports, lines);
            identity = fields[1];
          }
          case "file" -> lines.add(identity + " " + fields[1] + " " + fields[2]);
          // What an import is mapped to comes after the import itself.
          default -> imports.put(fields[1], fields[2]);
        }
      }
      addImports(identity, imports, lines);
      return lines;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(out);
    }
  }

  private static void addImports(String identity, Map<String, String> imports, Set<String> lines) {
    var mapped = new TreeMap<>(imports);
    mapped.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
    imports.forEach(
        (text, target) -> {
          // What an import is mapped to is listed as an import too.
          boolean written = mapped.containsKey(text) || !mapped.containsValue(text);
          if (written && !text.equals("C") && !text.equals("unsafe")) {
            lines.add(identity + " imports " + text + " = " + target);
          }
        });
    imports.clear();
  }

  private static Set<String> ours(Path folder) {
    var tree = new DiskTree();
    var process = GoToolchain.get().go(folder).environment();
    process.put("GOROOT", GoToolchain.get().goroot().toString());
    process.put("GOTOOLCHAIN", "local");
    var environment = GoEnvironment.of(tree, process, Platform.ofThisMachine());
    var build = GoBuild.of(tree, environment, List.of(), folder.toString());
    assertThat(build.problems()).isEmpty();
    var paths = build.finder().match(PATTERNS, folder.toString());
    var units = PackageUnits.of(build.finder(), paths, true).units();
    var loader = PackageLoader.of(build.finder(), GoFiles.of(tree), units);
    var lines = new TreeSet<String>();
    for (var unit : units) {
      loader
          .load(unit.identity())
          .ifPresent(
              input -> {
                for (var file : input.files()) {
                  lines.add(
                      unit.identity()
                          + " "
                          + file.tree().source().path()
                          + " "
                          + file.minorVersion());
                }
                var texts = new ArrayList<>(unit.imports().keySet());
                texts.remove("unsafe");
                for (String text : texts) {
                  lines.add(
                      unit.identity()
                          + " imports "
                          + text
                          + " = "
                          + input.imports().resolve(text).orElse("nothing"));
                }
              });
    }
    assertThat(loader.problems()).isEmpty();
    return lines;
  }
}
