package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.PackageInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The test data that Go's two type checkers share: in each file, comments say which errors are
 * reported at the token before them.
 *
 * <p>What we report beside that, and what not, is listed in {@code target/typefacts/testdata.txt}.
 */
final class CheckerTestDataTest {
  private static final List<String> FOLDERS = List.of("check", "examples", "fixedbugs", "spec");
  private static final Pattern LANGUAGE = Pattern.compile("^//.*-lang=go1\\.(\\d+)");
  private static final Pattern CONSTRAINT = Pattern.compile("(?m)^//go:build go1\\.(\\d+)");
  private static final Pattern IMPORT = Pattern.compile("\"([a-z][a-z0-9/]*)\"");

  /** Functions that only the checkers' own tests have. */
  private static final Pattern ONLY_THERE = Pattern.compile("undefined: (assert|trace)");

  private final Map<String, List<Path>> packages = new TreeMap<>();
  private final Map<String, List<PackageInput.File>> files = new HashMap<>();
  private final List<String> report = new ArrayList<>();
  private int marks;
  private int lines;
  private int positions;
  private int texts;
  private int falseAlarms;

  @Test
  void errorsAreThoseThatAreMarked() throws IOException {
    var root = GoToolchain.get().goroot().resolve("src/internal/types/testdata");
    for (String folder : FOLDERS) {
      collect(root.resolve(folder));
    }
    var known = GoPackages.list("linux", "amd64", List.copyOf(imports()));
    var program =
        known.program(
            path ->
                Optional.ofNullable(files.get(path))
                    .map(
                        each ->
                            new PackageInput(
                                path,
                                each,
                                wanted ->
                                    known.has(wanted) ? Optional.of(wanted) : Optional.empty())));
    for (String path : packages.keySet()) {
      program.check(path).orElseThrow().files().forEach(this::compare);
    }
    String summary =
        "%d packages, %d marks: lines %d, exact positions %d, texts %d; false alarms on %d lines"
            .formatted(packages.size(), marks, lines, positions, texts, falseAlarms);
    System.out.println(summary);
    Files.createDirectories(Path.of("target/typefacts"));
    Files.write(Path.of("target/typefacts/testdata.txt"), report);
    assertThat(marks).isGreaterThan(3000);
    assertThat(lines / (double) marks).as(summary).isGreaterThan(0.98);
    assertThat(positions / (double) marks).as(summary).isGreaterThan(0.88);
    assertThat(texts / (double) marks).as(summary).isGreaterThan(0.9);
    assertThat(falseAlarms).as(summary).isLessThanOrEqualTo(30);
  }

  private void collect(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      for (var entry : entries.sorted().toList()) {
        var sources = new ArrayList<Path>();
        if (Files.isDirectory(entry)) {
          try (var inner = Files.list(entry)) {
            inner.filter(each -> each.toString().endsWith(".go")).sorted().forEach(sources::add);
          }
        } else if (entry.toString().endsWith(".go")) {
          sources.add(entry);
        }
        if (!sources.isEmpty()) {
          String path = "testdata/" + folder.getFileName() + "/" + entry.getFileName();
          packages.put(path, sources);
          files.put(path, parse(sources));
        }
      }
    }
  }

  private static List<PackageInput.File> parse(List<Path> sources) throws IOException {
    int language = 27;
    var first = LANGUAGE.matcher(Files.readString(sources.getFirst()));
    if (first.find()) {
      language = Integer.parseInt(first.group(1));
    }
    var parsed = new ArrayList<PackageInput.File>();
    for (var source : sources) {
      var constraint = CONSTRAINT.matcher(Files.readString(source));
      int version =
          constraint.find() ? Math.max(21, Integer.parseInt(constraint.group(1))) : language;
      var file = new SourceFile(source.toString(), 0, Files.readAllBytes(source));
      parsed.add(new PackageInput.File(GoParser.parse(file), version));
    }
    return parsed;
  }

  private Set<String> imports() throws IOException {
    var found = new TreeSet<String>();
    for (var sources : packages.values()) {
      for (var source : sources) {
        var matcher = IMPORT.matcher(Files.readString(source));
        while (matcher.find()) {
          if (Files.isDirectory(GoToolchain.get().goroot().resolve("src/" + matcher.group(1)))) {
            found.add(matcher.group(1));
          }
        }
      }
    }
    found.remove("unsafe");
    return found;
  }

  private record Found(int line, int column, String text) {}

  private void compare(CheckedPackage.File file) {
    String name = file.tree().source().path();
    var table = file.tree().source().lines();
    var found = new TreeMap<Integer, List<Found>>();
    for (String error : FactsComparison.errors(file)) {
      String rest = error.substring(name.length() + 1);
      var parts = rest.split(":", 3);
      int line = Integer.parseInt(parts[0]);
      String text = parts[2].substring(1);
      if (!ONLY_THERE.matcher(text).find()) {
        found
            .computeIfAbsent(line, _ -> new ArrayList<>())
            .add(new Found(line, Integer.parseInt(parts[1]), text));
      }
    }
    var marked = new TreeSet<Integer>();
    String source = new String(file.tree().source().bytes(), StandardCharsets.ISO_8859_1);
    for (var mark : ErrorMarks.in(source)) {
      int line = table.line(mark.offset());
      int column = table.column(mark.offset());
      marked.add(line);
      var here = found.getOrDefault(line, List.of());
      boolean position = here.stream().anyMatch(each -> each.column == column);
      boolean text = here.stream().anyMatch(each -> mark.matches(each.text));
      marks++;
      lines += here.isEmpty() ? 0 : 1;
      positions += position ? 1 : 0;
      texts += text ? 1 : 0;
      if (!position || !text) {
        report.add(
            "%s:%d:%d: wanted %s, found %s".formatted(name, line, column, mark.text(), here));
      }
    }
    found.forEach(
        (line, errors) -> {
          if (!marked.contains(line)) {
            falseAlarms++;
            report.add("%s:%d: not wanted: %s".formatted(name, line, errors));
          }
        });
  }
}
