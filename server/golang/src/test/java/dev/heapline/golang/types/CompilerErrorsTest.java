package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.PackageInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Packages of the standard library, each with one thing in it wrong: our errors beside those of the
 * compiler. All differences are listed in {@code target/typefacts/mutants.txt}.
 */
final class CompilerErrorsTest {
  private static final List<String> FEW =
      List.of(
          "slices",
          "container/heap",
          "errors",
          "maps",
          "strconv",
          "encoding/csv",
          "text/tabwriter",
          "go/constant",
          "bufio",
          "sort");
  private static final List<String> MANY =
      List.of(
          "archive/tar",
          "bytes",
          "cmp",
          "compress/flate",
          "container/list",
          "context",
          "database/sql",
          "encoding/binary",
          "encoding/json",
          "encoding/xml",
          "flag",
          "fmt",
          "go/ast",
          "go/scanner",
          "hash/maphash",
          "html/template",
          "image/color",
          "io/fs",
          "iter",
          "log/slog",
          "math/big",
          "mime/multipart",
          "net/netip",
          "net/textproto",
          "net/url",
          "path/filepath",
          "reflect",
          "regexp/syntax",
          "sync",
          "text/template/parse",
          "time",
          "unique");

  @Test
  void some() throws IOException {
    compare(FEW, new Random(Long.getLong("mutants.seed", 11)), Integer.getInteger("mutants", 300));
  }

  @Tag("long")
  @Test
  void many() throws IOException {
    var all = new ArrayList<>(FEW);
    all.addAll(MANY);
    compare(all, new Random(Long.getLong("mutants.seed", 12)), Integer.getInteger("mutants", 6000));
  }

  private static void compare(List<String> paths, Random random, int times) throws IOException {
    var packages = GoPackages.list("linux", "amd64", paths);
    var syntax = new ErrorComparison();
    var types = new ErrorComparison();
    try (var compiler = CompilerErrors.start()) {
      for (String path : packages.paths()) {
        compiler.declare(packages.input(path), packages.imports(path));
      }
      for (int i = 0; i < times; i++) {
        String path = paths.get(random.nextInt(paths.size()));
        var input = packages.input(path);
        int place = random.nextInt(input.files().size());
        var source = input.files().get(place).tree().source();
        var mutant = Mutant.of(source.bytes(), random);
        var files = new ArrayList<>(input.files());
        files.set(
            place,
            new PackageInput.File(
                GoParser.parse(new SourceFile(source.path(), 1, mutant.bytes())), 27));
        var changed = new PackageInput(path, files, input.imports());
        var expected = compiler.check(changed, packages.imports(path));
        var program =
            packages.program(each -> each.equals(path) ? Optional.of(changed) : Optional.empty());
        var found = SourceError.printed(program.check(path).orElseThrow());
        boolean parses =
            expected.stream().noneMatch(each -> each.text().startsWith("syntax error"));
        (parses ? types : syntax).add(path + " " + mutant.what(), expected, found);
      }
    }
    System.out.println("syntax errors: " + syntax + "\ntype errors: " + types);
    Files.createDirectories(Path.of("target/typefacts"));
    var report = new ArrayList<>(types.differences());
    Files.write(Path.of("target/typefacts/mutants.txt"), report);
    Files.write(Path.of("target/typefacts/syntax-mutants.txt"), syntax.differences());
    assertThat(types.verdicts()).as("%s", types).isGreaterThan(0.99);
    assertThat(syntax.verdicts()).as("%s", syntax).isGreaterThan(0.99);
  }
}
