package dev.heapline.golang.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Headers compared with the trees of whole files. */
class HeaderReaderTest {
  @Test
  void readsTheHeaderThatTheTreeHas() throws IOException {
    int files = 0;
    int imports = 0;
    var root = GoToolchain.get().goroot().resolve("src");
    for (String folder : List.of("net", "runtime", "go", "cmd/go", "internal", "os")) {
      try (var tree = Files.walk(root.resolve(folder))) {
        for (var file : tree.filter(HeaderReaderTest::isGoFile).toList()) {
          imports += compare(file);
          files++;
        }
      }
    }
    assertThat(files).isGreaterThan(2000);
    assertThat(imports).isGreaterThan(8000);
  }

  private static boolean isGoFile(Path path) {
    return path.toString().endsWith(".go") && Files.isRegularFile(path);
  }

  private static int compare(Path file) throws IOException {
    var read =
        HeaderReader.read(
                new DiskTree(), file.resolveSibling("").toString(), file.getFileName().toString())
            .orElseThrow();
    var source = new SourceFile(file.toString(), 0, Files.readAllBytes(file));
    var parsed = GoParser.parse(source);
    var header = read.header();
    if (header.mistake().isPresent()) {
      // Which characters a path may have is not the grammar's.
      boolean path = header.mistake().get().text().startsWith("invalid import path");
      assertThat(path || !parsed.errors().isEmpty()).as(file.toString()).isTrue();
      return 0;
    }
    assertThat(header.packageName())
        .as(file.toString())
        .isEqualTo(((Expression.Identifier) parsed.packageName()).name());
    var ours = new ArrayList<String>();
    for (var each : header.imports()) {
      var position = each.position();
      ours.add(position.offset() + " " + position + " " + each.name());
    }
    assertThat(ours).as(file.toString()).isEqualTo(imports(source, parsed));
    return ours.size();
  }

  private static List<String> imports(SourceFile source, GoFile parsed) {
    var list = new ArrayList<String>();
    String name = Path.of(source.path()).getFileName().toString();
    for (var top : parsed.declarations()) {
      if (top.tree().declaration() instanceof Declaration.Imports declaration) {
        for (var each : declaration.specifications()) {
          int offset = top.offset() + each.start();
          list.add(
              "%d %s:%d:%d %s"
                  .formatted(
                      offset,
                      name,
                      source.lines().line(offset),
                      source.lines().column(offset),
                      name(each)));
        }
      }
    }
    return list;
  }

  private static String name(Specification.Import imported) {
    return imported.name() instanceof Expression.Identifier identifier ? identifier.name() : "";
  }

  @Test
  void findsEmbeds() {
    String text =
        """
        package p

        import _ "embed"

        //go:embed a.txt "with space" `raw`
        var a string
        var s = "//go:embed not"
        var r = `
        //go:embed neither
        `
        //go:embed *.html	img/*
        //go:embedded no
        /*
        //go:embed nor this
        */
        """;
    var tree = MemoryTree.of(Map.of("/p/x.go", text));
    var header = HeaderReader.read(tree, "/p", "x.go").orElseThrow().header();
    assertThat(header.embeds().stream().map(FileHeader.Embed::pattern))
        .containsExactly("a.txt", "with space", "raw", "*.html", "img/*");
    assertThat(header.embeds().getFirst().position()).hasToString("x.go:5:1");
  }

  @Test
  void readsOnWhereTheFirstBytesEndWithinTheHeader() {
    for (int shift = 0; shift < 40; shift++) {
      String comment = "// " + "x".repeat(4096 - 10 - shift) + "\n";
      String text = comment + "package long\n\nimport \"fmt\"\nimport \"os\"\n\nvar x = 1\n";
      var tree = new CutTree(MemoryTree.of(Map.of("/p/x.go", text)));
      var header = HeaderReader.read(tree, "/p", "x.go").orElseThrow().header();
      assertThat(header.packageName()).isEqualTo("long");
      assertThat(header.imports()).hasSize(2);
    }
  }
}
