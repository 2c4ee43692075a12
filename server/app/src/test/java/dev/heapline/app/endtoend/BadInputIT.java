package dev.heapline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is named, and the server lives on. */
@Timeout(180)
final class BadInputIT {
  private static final String LEAK = "make([]byte, 4<<20)";

  @TempDir Path folder;

  @Test
  void whatIsNoHeapSnapshotIsNamedWithItsFault() throws Exception {
    Path example = Server.exampleIn(folder);
    byte[] good = Files.readAllBytes(example.resolve("profiles/heap-after.pb.gz"));
    Files.write(example.resolve("empty.pb.gz"), new byte[0]);
    Files.write(example.resolve("cut.pb.gz"), Arrays.copyOf(good, good.length / 2));
    Files.write(
        example.resolve("photo.pb.gz"),
        new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'});
    Files.write(example.resolve("cpu.pb.gz"), cpuProfile());
    try (var server = Server.start()) {
      var editor = server.editor();
      editor.start(Server.zed(), example);
      var file = editor.open(example.resolve("leak_unbounded_cache.go"));
      int leak = file.line(LEAK);
      String before = file.hint(leak).orElseThrow();
      for (String name : new String[] {"empty", "cut", "photo", "cpu", "missing"}) {
        editor.run("heapline: load heap snapshot", name + ".pb.gz");
        String message = editor.message(text -> text.contains(name + ".pb.gz"));
        assertThat(message).as(name).doesNotContain("\n").doesNotContain("Exception");
        switch (name) {
          case "empty" -> assertThat(message).contains("empty");
          case "cut" -> assertThat(message).containsAnyOf("truncated", "end", "cut");
          case "photo" -> assertThat(message).contains("JPEG");
          case "cpu" -> assertThat(message).containsIgnoringCase("CPU");
          default -> assertThat(message).contains("does not exist");
        }
        assertThat(file.hint(leak)).hasValue(before);
      }
      editor.run("heapline: load heap snapshot", "profiles/heap-after.pb.gz");
      assertThat(file.hint(leak).orElseThrow()).contains("48 MB in use");
    }
  }

  @Test
  void aSnapshotThatChangesIsLoadedAgain() throws Exception {
    Path example = Server.exampleIn(folder);
    Path snapshot = example.resolve("heap.pb.gz");
    Files.copy(example.resolve("profiles/heap-before.pb.gz"), snapshot);
    try (var server = Server.start()) {
      var editor = server.editor();
      editor.start(Server.minimal(), example);
      var file = editor.open(example.resolve("leak_unbounded_cache.go"));
      int leak = file.line(LEAK);
      editor.run("heapline: load heap snapshot", "heap.pb.gz");
      editor.message(text -> text.contains("heap.pb.gz"));
      assertThat(file.hint(leak).orElse("")).doesNotContain("48 MB");

      Path next = example.resolve("next.tmp");
      Files.copy(example.resolve("profiles/heap-after.pb.gz"), next);
      // Looked at every other second: once the file was seen as it was, it may change.
      Thread.sleep(3_000);
      Files.move(next, snapshot, StandardCopyOption.REPLACE_EXISTING);
      awaitHint(file, leak, "48 MB in use");

      Files.write(snapshot, new byte[] {1, 2, 3});
      assertThat(editor.message(text -> text.contains("heap.pb.gz"))).contains("changed");
      assertThat(file.hint(leak).orElseThrow()).contains("48 MB in use");
    }
  }

  @Test
  void aFileThatIsDeletedWhileOpenKeepsItsCosts() throws Exception {
    Path example = Server.exampleIn(folder);
    try (var server = Server.start()) {
      var editor = server.editor();
      editor.start(Server.minimal(), example);
      Path path = example.resolve("leak_unbounded_cache.go");
      var file = editor.open(path);
      int leak = file.line(LEAK);
      String before = file.hint(leak).orElseThrow();
      Thread.sleep(500);
      Files.delete(path);
      assertThat(editor.message(text -> text.contains("leak_unbounded_cache.go")))
          .contains("deleted");
      assertThat(file.hint(leak)).hasValue(before);
      file.type(0, 0, "// still here\n");
      file.diagnostics();
      assertThat(file.hint(leak + 1)).hasValue(before);
    }
  }

  @Test
  void textsAsTheyComeAreAnnotatedWhereTheyAre() throws Exception {
    Path example = Server.exampleIn(folder);
    try (var server = Server.start()) {
      var editor = server.editor();
      editor.start(Server.zed(), example);
      String uri = example.resolve("new.go").toUri().toString();
      assertThat(editor.open(uri, "").diagnostics()).isEmpty();
      for (String end : new String[] {"\n", "\r\n"}) {
        String line = "var é, x = \"日本😀\", make([]byte, 8<<20)";
        var file =
            editor.open(
                example.resolve("odd" + end.length() + ".go").toUri().toString(),
                "\uFEFFpackage main" + end + end + line + " // 😀 \uFFFD" + end + "func {" + end);
        var range =
            file.diagnostics().stream()
                .filter(each -> each.get("message").getAsString().contains("8 MB"))
                .findFirst()
                .orElseThrow()
                .getAsJsonObject("range");
        assertThat(range.getAsJsonObject("start").get("line").getAsInt()).isEqualTo(2);
        assertThat(range.getAsJsonObject("start").get("character").getAsInt())
            .isEqualTo(line.indexOf("make"));
        assertThat(range.getAsJsonObject("end").get("character").getAsInt())
            .isEqualTo(line.length());
        var hint = file.hints().getFirst();
        assertThat(hint.getAsJsonObject("position").get("character").getAsInt())
            .isEqualTo((line + " // 😀 \uFFFD").length());
      }
    }
  }

  private static void awaitHint(EditorDocument file, int line, String part) throws Exception {
    for (int look = 0; look < 200; look++) {
      if (file.hint(line).orElse("").contains(part)) {
        return;
      }
      Thread.sleep(100);
    }
    assertThat(file.hint(line).orElse("")).contains(part);
  }

  /**
   * A profile of CPU time, as small as it can be: sample types "samples count" and "cpu
   * nanoseconds", one sample without a stack.
   */
  private static byte[] cpuProfile() throws IOException {
    var profile = new ByteArrayOutputStream();
    field(profile, 1, new byte[] {8, 1, 16, 2});
    field(profile, 1, new byte[] {8, 3, 16, 4});
    field(profile, 2, new byte[] {18, 2, 1, 100});
    for (String text : new String[] {"", "samples", "count", "cpu", "nanoseconds"}) {
      field(profile, 6, text.getBytes(StandardCharsets.UTF_8));
    }
    field(profile, 11, new byte[] {8, 3, 16, 4});
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      profile.writeTo(gzip);
    }
    return packed.toByteArray();
  }

  private static void field(ByteArrayOutputStream to, int number, byte[] bytes) {
    to.write(number << 3 | 2);
    to.write(bytes.length);
    to.writeBytes(bytes);
  }
}
