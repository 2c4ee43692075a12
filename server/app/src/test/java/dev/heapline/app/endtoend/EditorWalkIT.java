package dev.heapline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person does, from opening a file to the line that leaks: the packaged server as a process,
 * the example as it is, profiles as they were captured.
 */
@Timeout(180)
final class EditorWalkIT {
  private static final String LEAK = "make([]byte, 4<<20)";
  private static final String CALLER = "w.Write(page(";

  @TempDir Path folder;

  @Test
  void fromAnOpenFileToTheLineThatLeaksInZed() throws Exception {
    Path example = Server.exampleIn(folder);
    try (var server = Server.start()) {
      var editor = server.editor();
      var capabilities = editor.start(Server.zed(), example).getAsJsonObject("capabilities");
      assertThat(capabilities.has("inlayHintProvider")).isTrue();
      assertThat(capabilities.has("semanticTokensProvider")).isTrue();
      server.chooseSnapshot("heap-after");
      server.showsDocuments();

      var file = editor.open(example.resolve("leak_unbounded_cache.go"));
      int leak = file.line(LEAK);
      int caller = file.line(CALLER);

      var predicted = on(leak, file.diagnostics());
      assertThat(text(predicted, "source")).isEqualTo("heapline");
      assertThat(text(predicted, "code")).isEqualTo("large-allocation");
      assertThat(predicted.get("severity").getAsInt()).isBetween(1, 4);
      assertThat(text(predicted.getAsJsonObject("codeDescription"), "href")).contains("http");
      assertThat(text(predicted, "message")).contains("4 MB");
      assertThat(file.hint(leak)).hasValueSatisfying(hint -> assertThat(hint).contains("~4 MB"));
      assertThat(file.hint(leak).orElseThrow()).contains("heap").doesNotContain("in use");
      var tokens = file.tokens();
      assertThat(tokens.getAsJsonArray("data")).isNotEmpty();

      editor.choose(file.action(leak, "Load heap snapshot"));
      assertThat(editor.message(text -> text.contains("heap-after"))).doesNotContain("\n");
      var measured = file.hint(leak).orElseThrow();
      assertThat(measured).contains("~4 MB").contains("48 MB in use");
      assertThat(file.diagnosticsUntil(true))
          .anyMatch(each -> text(each, "message").contains("48 MB"));
      assertThat(file.hover(leak, 4))
          .hasValueSatisfying(hover -> assertThat(hover).contains("48 MB"));
      var delta = file.tokensSince(text(tokens, "resultId"));
      assertThat(delta.has("edits")).as("the hot line's token has changed").isTrue();
      assertThat(delta.getAsJsonArray("edits")).isNotEmpty();

      editor.choose(file.action(caller, "Jump to the allocating line"));
      assertShown(editor.await("window/showDocument", _ -> true), file.uri(), leak);

      file.type(0, 0, "// 😀 one\r\n// two\n");
      file.diagnostics();
      assertThat(file.hint(leak)).isEmpty();
      assertThat(file.hint(leak + 2)).hasValue(measured);
      file.type(leak + 1, 0, "\t\t// three\n");
      assertThat(on(leak + 3, file.diagnostics())).isNotNull();
      assertThat(file.hint(leak + 3)).hasValue(measured);
      editor.choose(file.action(caller + 2, "Jump to the allocating line"));
      assertShown(editor.await("window/showDocument", _ -> true), file.uri(), leak + 3);

      editor.choose(file.action(0, "Clear heap snapshot"));
      assertThat(file.hint(leak + 3).orElseThrow()).contains("~4 MB").doesNotContain("in use");
      file.close();
      file.diagnosticsUntil(false);
    }
  }

  /** Nothing announced, nothing assumed: the same walk with what every editor has. */
  @Test
  void theSameWithAnEditorThatAnnouncesNothing() throws Exception {
    Path example = Server.exampleIn(folder);
    try (var server = Server.start()) {
      var editor = server.editor();
      var capabilities = editor.start(Server.minimal(), example).getAsJsonObject("capabilities");
      assertThat(capabilities.has("inlayHintProvider")).isFalse();
      assertThat(capabilities.has("semanticTokensProvider")).isFalse();
      server.chooseSnapshot("heap-after");

      var file = editor.open(example.resolve("leak_unbounded_cache.go"));
      int leak = file.line(LEAK);
      assertThat(text(on(leak, file.diagnostics()), "message")).contains("4 MB");

      editor.choose(file.action(leak, "Load heap snapshot"));
      editor.message(text -> text.contains("heap-after"));
      assertThat(file.diagnosticsUntil(true))
          .anyMatch(each -> text(each, "message").contains("48 MB"));
      assertThat(file.hover(leak, 4))
          .hasValueSatisfying(
              hover -> assertThat(hover).contains("48 MB").doesNotContain("**", "]("));
      var place = editor.run("heapline: jump to the allocating line").getAsJsonObject();
      assertThat(text(place, "uri")).isEqualTo(file.uri());
      assertThat(editor.message(text -> text.contains("leak_unbounded_cache.go")))
          .contains(":" + (leak + 1));

      file.type(0, 0, "// one\n");
      assertThat(text(on(leak + 1, file.diagnostics()), "message")).contains("48 MB");
      editor.choose(file.action(0, "Clear heap snapshot"));
      assertThat(file.diagnosticsUntil(true))
          .noneMatch(each -> text(each, "message").contains("48 MB"));
    }
  }

  @Test
  void growthSinceABaseIsShown() throws Exception {
    Path example = Server.exampleIn(folder);
    try (var server = Server.start()) {
      var editor = server.editor();
      editor.start(Server.zed(), example);
      var file = editor.open(example.resolve("leak_unbounded_cache.go"));
      int leak = file.line(LEAK);
      editor.run("heapline: load heap snapshot", "profiles/heap-after.pb.gz");
      assertThat(file.hint(leak).orElseThrow()).contains("48 MB in use").doesNotContain("▲");
      editor.run("heapline: compare with an earlier heap snapshot", "profiles/heap-before.pb.gz");
      assertThat(file.hint(leak).orElseThrow()).contains("48 MB in use").contains("▲");
    }
  }

  private static void assertShown(JsonObject shown, String uri, int line) {
    assertThat(text(shown, "uri")).isEqualTo(uri);
    assertThat(shown.get("takeFocus").getAsBoolean()).isTrue();
    assertThat(startLine(shown.getAsJsonObject("selection"))).isEqualTo(line);
  }

  private static JsonObject on(int line, List<JsonObject> diagnostics) {
    return diagnostics.stream()
        .filter(each -> startLine(each.getAsJsonObject("range")) == line)
        .findFirst()
        .orElseThrow(() -> new AssertionError("none on line " + line + ": " + diagnostics));
  }

  private static int startLine(JsonObject range) {
    return range.getAsJsonObject("start").get("line").getAsInt();
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }
}
