package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.types.DistributionTests.TestPackage;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The compiler's own tests: what must compile has no errors, and of the lines marked with an error
 * we flag those that the compiler's type checker does. The other marks are for later parts of the
 * compiler.
 *
 * <p>The judge of every line is the compiler itself. What differs is listed in {@code
 * target/typefacts/distribution.txt}.
 */
final class DistributionTestsTest {
  private static final Pattern MARK = Pattern.compile("// (GC_)?ERROR(NEXT|AUTO)? ");

  private final Map<String, TestPackage> tests = new HashMap<>();
  private final ErrorComparison comparison = new ErrorComparison();
  private final List<String> refused = new ArrayList<>();
  private final List<String> onlyOurs = new ArrayList<>();
  private int marks;
  private int flaggedByCompiler;
  private int flagged;
  private int unmarked;

  @Test
  void compilerTests() throws IOException {
    var all = DistributionTests.in(goroot().resolve("test"));
    all.forEach(each -> tests.put(each.path(), each));
    var imported = new TreeSet<String>();
    all.forEach(each -> imported.addAll(DistributionTests.imported(each)));
    imported.removeIf(
        path ->
            path.isEmpty()
                || !path.matches("[a-z0-9/]+")
                || !Files.isDirectory(GoToolchain.get().goroot().resolve("src/" + path)));
    imported.remove("unsafe");
    var library = GoPackages.list("linux", "amd64", List.copyOf(imported));
    var program = library.program(path -> Optional.ofNullable(input(library, path)));
    try (var compiler = CompilerErrors.start()) {
      for (String path : library.paths()) {
        compiler.declare(library.input(path), library.imports(path));
      }
      for (var test : all) {
        if (!DistributionTests.imported(test).contains("C")) {
          compare(library, program, compiler, test);
        }
      }
    }
    String summary =
        """
        %s
          marked lines %d: flagged by the compiler's checker %d, by us %d
          lines without a mark that both flag: %d; that we alone flag: %d"""
            .formatted(comparison, marks, flaggedByCompiler, flagged, unmarked, onlyOurs.size());
    System.out.println(summary);
    Files.createDirectories(Path.of("target/typefacts"));
    Files.write(Path.of("target/typefacts/distribution.txt"), comparison.differences());
    assertThat(tests).hasSizeGreaterThan(2500);
    assertThat(refused).isEmpty();
    assertThat(comparison.verdicts()).as(summary).isGreaterThan(0.998);
    assertThat(flagged / (double) flaggedByCompiler).as(summary).isGreaterThan(0.99);
    assertThat(onlyOurs).as(summary).hasSizeLessThan(15);
    assertThat(comparison.texts()).as(summary).isGreaterThan(0.95);
  }

  private static Path goroot() throws IOException {
    var command = GoToolchain.get().go(Path.of("."), "env", "GOROOT");
    // The toolchain that is fetched leaves its tests out; the installed one has them.
    command.environment().put("GOTOOLCHAIN", "local");
    var process = command.start();
    return Path.of(
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
  }

  private @org.jspecify.annotations.Nullable PackageInput input(GoPackages library, String path) {
    var test = tests.get(path);
    return test == null
        ? null
        : new PackageInput(
            path,
            test.files(),
            wanted ->
                Optional.ofNullable(test.imports().get(wanted))
                    .or(() -> library.has(wanted) ? Optional.of(wanted) : Optional.empty()));
  }

  private void compare(
      GoPackages library, Program program, CompilerErrors compiler, TestPackage test)
      throws IOException {
    var input = java.util.Objects.requireNonNull(input(library, test.path()));
    var theirs = compiler.define(input, test.imports(), test.language());
    var ours = SourceError.printed(program.check(test.path()).orElseThrow());
    comparison.add(test.path(), theirs, ours);
    if (test.mustCompile() && theirs.isEmpty() && !ours.isEmpty()) {
      refused.add(test.path() + " " + ours);
    }
    var ourLines = SourceError.lines(ours);
    var theirLines = SourceError.lines(theirs);
    var marked = test.hasMarks() ? marked(test) : Set.<String>of();
    for (String line : marked) {
      marks++;
      flaggedByCompiler += theirLines.contains(line) ? 1 : 0;
      flagged += theirLines.contains(line) && ourLines.contains(line) ? 1 : 0;
    }
    for (String line : ourLines) {
      if (!theirLines.contains(line)) {
        onlyOurs.add(line);
      } else if (!marked.contains(line)) {
        unmarked++;
      }
    }
  }

  private static Set<String> marked(TestPackage test) {
    var marked = new HashSet<String>();
    for (var file : test.files()) {
      var source = file.tree().source();
      int number = 0;
      for (String line : new String(source.bytes(), StandardCharsets.ISO_8859_1).lines().toList()) {
        number++;
        var mark = MARK.matcher(line);
        if (mark.find()) {
          boolean next = "NEXT".equals(mark.group(2));
          marked.add(source.path() + ":" + (next ? number + 1 : number));
        }
      }
    }
    return marked;
  }
}
