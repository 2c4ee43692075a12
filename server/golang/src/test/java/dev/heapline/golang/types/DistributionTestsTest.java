package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The compiler's own tests, which an installed Go carries: what must compile has no errors, and of
 * the lines marked with an error we flag nearly all.
 *
 * <p>Left out are files for other platforms or with other files beside them, and the marks that
 * later parts of the compiler answer for: escape analysis, inlining, directives.
 */
final class DistributionTestsTest {
  private static final Pattern HEADER =
      Pattern.compile("(?m)^// (run|compile|build|errorcheck)\\b([^\\n]*)");
  private static final Pattern OTHER_BUILD =
      Pattern.compile("(?m)^//go:build .*(ignore|!linux|!amd64|windows|cgo|race|js|wasm|arm|386)");
  private static final Pattern OTHER_FLAGS =
      Pattern.compile("-m|-d=|-\\+|-live|-N|goexperiment|buildmode|cmplxdivide1");
  private static final Pattern VERSION =
      Pattern.compile("-lang=go1\\.(\\d+)|(?m)^//go:build go1\\.(\\d+)");
  private static final Pattern MARK = Pattern.compile("// (GC_)?ERROR(NEXT)? ");
  private static final String DIRECTIVES = "go:|directive|linkname|stack frame|too large";

  private final Map<String, Case> cases = new TreeMap<>();

  private record Case(Path file, String text, boolean compiles, PackageInput.File input) {}

  @Test
  void compilerTests() throws IOException {
    collect(goroot().resolve("test"));
    var program = program();
    var wrong = new ArrayList<String>();
    var unmarked = new ArrayList<String>();
    int marks = 0;
    int flagged = 0;
    for (var each : cases.entrySet()) {
      var test = each.getValue();
      var errors = errors(program, each.getKey(), test);
      if (test.compiles) {
        if (!errors.isEmpty()) {
          wrong.add(test.file + " " + errors);
        }
        continue;
      }
      var marked = marked(test.text);
      for (int line : marked) {
        marks++;
        flagged += errors.containsKey(line) ? 1 : 0;
      }
      errors.keySet().removeAll(marked);
      errors.forEach((line, texts) -> unmarked.add(test.file + ":" + line + " " + texts));
    }
    System.out.printf(
        "%d files; of %d marked lines %d are flagged, of others %d%n",
        cases.size(), marks, flagged, unmarked.size());
    Files.createDirectories(Path.of("target/typefacts"));
    Files.write(Path.of("target/typefacts/unmarked.txt"), unmarked);
    assertThat(cases).hasSizeGreaterThan(1000);
    assertThat(wrong).isEmpty();
    assertThat(flagged / (double) marks).as("%d of %d", flagged, marks).isGreaterThan(0.97);
  }

  private static Path goroot() throws IOException {
    var command = GoToolchain.get().go(Path.of("."), "env", "GOROOT");
    // The toolchain that is fetched leaves its tests out; the installed one has them.
    command.environment().put("GOTOOLCHAIN", "local");
    var process = command.start();
    return Path.of(
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
  }

  private void collect(Path folder) throws IOException {
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().endsWith(".go"))
              .filter(
                  file -> !file.toString().contains(".dir") && !file.toString().contains("simd"))
              .sorted()
              .toList();
    }
    for (var file : files) {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      var header = HEADER.matcher(text);
      if (!header.find()
          || header.start() > 400
          || OTHER_BUILD.matcher(text).find()
          || OTHER_FLAGS.matcher(header.group(2)).find()) {
        continue;
      }
      var version = VERSION.matcher(text);
      int minor = 27;
      if (version.find()) {
        minor = Integer.parseInt(version.group(1) == null ? version.group(2) : version.group(1));
      }
      var tree = GoParser.parse(new SourceFile(file.toString(), 0, bytes));
      cases.put(
          "test/" + folder.relativize(file),
          new Case(
              file,
              text,
              !header.group(1).equals("errorcheck"),
              new PackageInput.File(tree, minor)));
    }
  }

  private Program program() {
    var imported = new TreeSet<String>();
    cases.values().forEach(each -> addImports(each.input.tree(), imported));
    imported.removeIf(
        path -> !Files.isDirectory(GoToolchain.get().goroot().resolve("src/" + path)));
    var packages = GoPackages.list("linux", "amd64", List.copyOf(imported));
    return packages.program(
        path ->
            Optional.ofNullable(cases.get(path))
                .map(
                    each ->
                        new PackageInput(
                            path,
                            List.of(each.input),
                            wanted ->
                                packages.has(wanted) ? Optional.of(wanted) : Optional.empty())));
  }

  private static void addImports(GoFile tree, Set<String> imported) {
    for (var each : tree.declarations()) {
      if (each.tree().declaration() instanceof Declaration.Imports imports) {
        for (var specification : imports.specifications()) {
          if (specification.path() instanceof Expression.BasicLiteral path) {
            byte[] bytes = tree.source().bytes();
            int start = each.offset() + path.start() + 1;
            imported.add(
                new String(
                    bytes, start, path.end() - path.start() - 2, StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
    imported.remove("unsafe");
    imported.remove("C");
    imported.remove("");
  }

  private static Map<Integer, List<String>> errors(Program program, String path, Case test) {
    var errors = new TreeMap<Integer, List<String>>();
    var lines = test.input.tree().source().lines();
    for (var error : test.input.tree().errors()) {
      errors
          .computeIfAbsent(lines.line(error.offset()), _ -> new ArrayList<>())
          .add(error.message());
    }
    for (var file : program.check(path).orElseThrow().files()) {
      for (var error : file.errors()) {
        errors
            .computeIfAbsent(lines.line(error.offset()), _ -> new ArrayList<>())
            .add(error.message());
      }
      for (int i = 0; i < file.facts().size(); i++) {
        int offset = file.tree().declarations().get(i).offset();
        for (var error : file.facts().get(i).errors()) {
          errors
              .computeIfAbsent(lines.line(offset + error.offset()), _ -> new ArrayList<>())
              .add(error.message());
        }
      }
    }
    return errors;
  }

  private static List<Integer> marked(String text) {
    var marked = new ArrayList<Integer>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      var mark = MARK.matcher(line);
      if (mark.find() && !Pattern.compile(DIRECTIVES).matcher(line.substring(mark.end())).find()) {
        marked.add(number + (mark.group(2) == null ? 0 : 1));
      }
    }
    return marked;
  }
}
