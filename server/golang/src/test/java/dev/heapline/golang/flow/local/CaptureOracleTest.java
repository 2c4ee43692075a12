package dev.heapline.golang.flow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.flow.OracleProgram;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.PackageIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How closures hold variables, as the compiler says with {@code -m=2}, inlining left out.
 *
 * <p>Compared is every variable of which the compiler says it, by its name and place. Those with a
 * dot or a # in their names are its own, or in instances of other packages' generic functions.
 */
class CaptureOracleTest {
  private static final Pattern LINE =
      Pattern.compile("(.*\\.go):(\\d+):(\\d+): \\S+ capturing by (ref|value): ([^. #]+) .*");

  @Test
  void asTheCompilerDecides() throws IOException, InterruptedException {
    compare(10, "encoding/json", "text/template");
  }

  @Test
  @Tag("long")
  void asTheCompilerDecidesInMore() throws IOException, InterruptedException {
    compare(
        1000,
        "net/http",
        "go/types",
        "cmd/compile/internal/escape",
        "cmd/gofmt",
        "testing",
        "database/sql",
        "internal/trace",
        "cmd/go/internal/modload");
  }

  private static void compare(int atLeast, String... packages)
      throws IOException, InterruptedException {
    var folder = GoToolchain.get().goroot().resolve("src");
    var theirs = new TreeMap<String, String>();
    for (String each : packages) {
      var builder =
          GoToolchain.get()
              .go(folder, "build", "-gcflags=" + each + "=-m=2 -l", "-o", "/dev/null", each);
      var process = builder.redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(text.length() > 2000 ? each : text).isZero();
      for (String line : text.lines().toList()) {
        var matcher = LINE.matcher(line);
        if (matcher.matches()) {
          String file = folder.resolve(matcher.group(1)).normalize().toString();
          String place =
              file + ":" + matcher.group(2) + ":" + matcher.group(3) + " " + matcher.group(5);
          theirs.put(place, matcher.group(4));
        }
      }
    }
    var ours = ours(packages);
    var differences = new ArrayList<String>();
    int missing = 0;
    for (var each : theirs.entrySet()) {
      var known = ours.get(each.getKey());
      if (known == null) {
        missing++;
      } else if (!known.equals(each.getValue())) {
        differences.add(each + " is " + known);
      }
    }
    System.out.printf(
        "captures: %,d of theirs, %d differ, %d of them not known%n",
        theirs.size(), differences.size(), missing);
    // What a type switch declares has a place of its own only in the compiler.
    assertThat(missing).isLessThan(2);
    assertThat(differences).isEmpty();
    assertThat(theirs).hasSizeGreaterThan(atLeast);
  }

  private static Map<String, String> ours(String... packages) {
    var oracle = new OracleProgram();
    var arguments = new ArrayList<>(List.of("files"));
    arguments.addAll(List.of(packages));
    GoToolchain.get()
        .run(Path.of("src/test/go/callgraph"), "", arguments.toArray(String[]::new))
        .lines()
        .forEach(oracle::read);
    var program = oracle.program(new PackageIds());
    var found = new HashMap<String, String>();
    for (String path : new TreeSet<>(List.of(packages))) {
      for (var file : program.check(path).orElseThrow().files()) {
        for (int i = 0; i < file.facts().size(); i++) {
          var declared = file.tree().declarations().get(i);
          var facts = file.facts().get(i);
          var variables = Variables.of(program, declared.tree().declaration(), facts);
          var top = new OneFile.Top(declared.tree().declaration(), facts);
          for (Node node : top.nodes()) {
            if (node instanceof Expression.Identifier name) {
              var variable = variables.of(facts, name);
              if (variable.isPresent() && !variable.get().capturedBy().isEmpty()) {
                var source = file.tree().source();
                var lines = source.lines();
                int offset = declared.offset() + name.start();
                boolean copy = variable.get().capture(program) == Variable.Capture.VALUE;
                found.put(
                    source.path()
                        + ":"
                        + lines.line(offset)
                        + ":"
                        + lines.column(offset)
                        + " "
                        + name.name(),
                    copy ? "value" : "ref");
              }
            }
          }
        }
      }
    }
    return found;
  }
}
