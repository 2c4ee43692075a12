package dev.heapline.golang.module;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code go.mod} and {@code go.work} say, and what is wrong with them: compared with {@code go
 * mod edit -json} and {@code go work edit -json}.
 */
class ModFileOracleTest {
  /** Each text is a file of its own. */
  private static final List<String> MOD_FILES =
      List.of(
          """
          // Deprecated: use example.com/m/v2 instead.
          module example.com/m // Deprecated: twice

          go 1.23.4
          toolchain go1.27.3
          godebug default=go1.21
          godebug (
          \tpanicnil=1
          \tasynctimerchan=0 // why
          )

          require (
          \texample.org/a v1.2.3
          \t"example.org/b" v0.0.0-20200101000000-abcdefabcdef // indirect
          \texample.org/c/v3 v3.1.0+incompatible // indirect; because
          \tgopkg.in/yaml.v2 v2.4.0 // not indirect

          \t// above
          \texample.org/d v4.0.0+incompatible //indirect
          )
          require example.org/short v1.2
          exclude example.org/a v1.2.4
          exclude (
          \texample.org/a v1.2.5
          )
          replace example.org/a => ../a
          replace (
          \texample.org/b v1.0.0 => example.org/fork/b v1.0.1
          \texample.org/c => "./with space"
          \texample.org/d => C:/windows
          )
          // Broken build.
          retract v1.0.0
          retract [v1.1.0, v1.2.0] // Beside.
          // For all of the block.
          retract (
          \tv1.5.0
          \t// Its own.
          \t[v1.6.0,v1.7.0]
          )
          tool example.com/m/cmd/x
          tool (
          \texample.org/a/cmd/y
          )
          ignore ./node_modules
          ignore (
          \tstatic
          \t"content/html"
          )
          """,
          "module m\r\n\r\ngo 1.21\r\nrequire (\r\n\ta.b/c v1.0.0 // indirect\r\n)\r\n",
          "module \"quoted.example/m\"",
          "module a.b/c\nrequire ()\nrequire x.y/z v1.0.0",
          "module a.b/c\n\nunknown x\nunknown (\n\tx\n)\nrequire x (\n\ty\n)\n",
          "module a.b/c\nmodule a.b/d\ngo 1.20\ngo 1.21\n",
          "module a.b/c\ngo 1\n",
          "module a.b/c\ngo 1.21 extra\n",
          "module a.b/c\ngo v1.21\n",
          "module a.b/c\ntoolchain local\ntoolchain go1.21 x\n",
          "module a.b/c x\n",
          "module 'a.b/c'\n",
          "module a.b/c\nrequire x.y/z\n",
          "module a.b/c\nrequire x.y/z latest\nrequire x.y/z v2.0.0\nrequire x.y/z/v2 v1.0.0\n",
          "module a.b/c\nrequire x.y/z/v1 v1.0.0\nrequire gopkg.in/x v1.0.0\n",
          "module a.b/c\nrequire \"x.y/z v1.0.0\n",
          "module a.b/c\nrequire \"x.y/\\q\" v1.0.0\nrequire x`y v1.0.0\n",
          "module a.b/c\n/* comment */\n",
          "module a.b/c /* comment */\n",
          "module a.b/c\nrequire (\n\tx.y/z v1.0.0\n",
          "module a.b/c\nrequire (\n\tx.y/z v1.0.0\n) x\n",
          "module a.b/c\nreplace x.y/z ../z\nreplace x.y/z => z\nreplace x.y/z => z@v1.0.0\n",
          "module a.b/c\nreplace x.y/z => ../z v1.0.0\nreplace x.y/z v2.0.0 => ../z\n",
          "module a.b/c\nreplace x.y/z => ../z\nreplace x.y/z v1.0.0 => y.z/q vx\n",
          "module a.b/c\nexclude ( x.y/z v1.2.5\n)\n",
          "module a.b/c\nretract\nretract [\nretract [v1.0.0\nretract [v1.0.0,\nretract [v1.0.0, v1.1.0\n",
          "module a.b/c\nretract [v1.0.0, v1.1.0] x\nretract v1.0.0 y\nretract vx\n",
          "module a.b/c\ntool\ntool a b\nignore\nignore a b\n",
          "module a.b/c\ngodebug x\ngodebug x=y z\ngodebug x=\"y\"\n",
          "module a.b/c\nexclude x.y/z\nexclude x.y/z v1\n",
          "module a.b/c\n\u0001\n",
          "module a.b/c\nrequire x.y/z \u0007\n",
          "require x.y/z v1.0.0 // indirect indirect\n",
          "",
          "// only a comment",
          "module a.b/c\n( x\n) y\n[ z ]\n");

  private static final List<String> WORK_FILES =
      List.of(
          "go 1.22\ntoolchain go1.23.1\nuse ./a\nuse (\n\t../b\n\t\"./with space\"\n)\nreplace x.y/z => ./z\ngodebug a=b\n",
          "use ./a ./b\nuse\nrequire x.y/z v1.0.0\n",
          "go 1.22\ngo 1.23\ntoolchain x\nuse 'a'\n",
          "require (\n\tx.y/z v1.0.0\n)\n",
          "use (\n\t./a\n");

  @Test
  void readsModFiles(@TempDir Path folder) throws IOException, InterruptedException {
    for (String text : MOD_FILES) {
      compareModFile(folder, text);
    }
  }

  @Test
  void readsMutatedModFiles(@TempDir Path folder) throws IOException, InterruptedException {
    var random = new Random(20261124);
    int rounds = Integer.getInteger("heapline.mutations", 60);
    for (int round = 0; round < rounds; round++) {
      var text = new StringBuilder(MOD_FILES.getFirst());
      for (int edit = random.nextInt(1, 4); edit > 0; edit--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, " \n()[],\"/v1.=>x".charAt(random.nextInt(15)));
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 12)));
        }
      }
      compareModFile(folder, text.toString());
    }
  }

  private static void compareModFile(Path folder, String text)
      throws IOException, InterruptedException {
    var file = folder.resolve("go.mod");
    Files.writeString(file, text);
    var go = run(folder, "mod", "edit", "-json", "go.mod");
    var ours = ModFile.parse("go.mod", text.getBytes(StandardCharsets.UTF_8));
    if (go.error().isEmpty()) {
      assertThat(ours.problems()).as(text).isEmpty();
      assertThat(new ModFileJson().of(ours)).as(text).isEqualTo(go.output());
    } else {
      compareProblems(text, go.error(), ours.problems());
    }
  }

  @Test
  void readsWorkFiles(@TempDir Path folder) throws IOException, InterruptedException {
    for (String text : WORK_FILES) {
      Files.writeString(folder.resolve("go.work"), text);
      var go = run(folder, "work", "edit", "-json", "go.work");
      var ours = WorkFile.parse("go.work", text.getBytes(StandardCharsets.UTF_8));
      if (go.error().isEmpty()) {
        assertThat(ours.problems()).as(text).isEmpty();
        assertThat(new ModFileJson().of(ours)).as(text).isEqualTo(go.output());
      } else {
        compareProblems(text, go.error(), ours.problems());
      }
    }
  }

  /** Go stops at the first mistake in the grammar; we go on. */
  private static void compareProblems(String text, String error, List<ModFileProblem> ours) {
    String expected =
        error.lines().filter(each -> !each.contains("errors parsing")).collect(joining("\n"));
    String all = String.join("\n", ours.stream().map(ModFileProblem::toString).toList());
    boolean grammar = ours.size() > 1 && !expected.contains("\n") && all.startsWith(expected);
    assertThat(grammar ? expected : all).as(text).isEqualTo(expected);
  }

  private record Answer(String output, String error) {}

  private static Answer run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    var out = Files.createTempFile("heapline-edit", ".out");
    var err = Files.createTempFile("heapline-edit", ".err");
    try {
      var builder = GoToolchain.get().go(folder, arguments);
      builder.command().set(0, GoToolchain.get().goroot().resolve("bin/go").toString());
      builder.environment().put("GOTOOLCHAIN", "local");
      int status =
          builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
      var messages = new ArrayList<>(List.of(Files.readString(err).strip()));
      assertThat(status == 0).isEqualTo(messages.getFirst().isEmpty());
      return new Answer(Files.readString(out), messages.getFirst());
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
