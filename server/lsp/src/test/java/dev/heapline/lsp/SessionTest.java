package dev.heapline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The protocol's mechanics with lsp4j's own client; what is shown is tested end to end. */
@Timeout(120)
final class SessionTest {
  private static final Range START = new Range(new Position(0, 0), new Position(0, 0));

  @TempDir Path folder;

  @Test
  void zedIsToldOfAllThatItCanUse() throws Exception {
    try (var editor = new ScriptedEditor()) {
      var capabilities = editor.start(ScriptedEditor.zed(folder)).getCapabilities();
      assertThat(capabilities.getPositionEncoding()).isEqualTo("utf-16");
      assertThat(capabilities.getTextDocumentSync().getRight().getChange())
          .isEqualTo(TextDocumentSyncKind.Incremental);
      assertThat(capabilities.getInlayHintProvider().getRight().getResolveProvider()).isTrue();
      var tokens = capabilities.getSemanticTokensProvider();
      assertThat(tokens.getFull().getRight().getDelta()).isTrue();
      assertThat(tokens.getRange()).isNull();
      assertThat(tokens.getLegend().getTokenTypes()).contains("function", "type", "keyword");
      assertThat(tokens.getLegend().getTokenModifiers())
          .containsExactly("allocation", "escapes", "hot");
      assertThat(capabilities.getExecuteCommandProvider().getCommands())
          .contains("heapline: load heap snapshot")
          .doesNotContain("editor.action.goToLocations");
      assertThat(capabilities.getCodeActionProvider().getRight().getCodeActionKinds())
          .containsExactly("refactor", "source");
      assertThat(List.of(editor.nextRegistration(), editor.nextRegistration()))
          .extracting(each -> each.getRegistrations().getFirst().getMethod())
          .containsExactlyInAnyOrder(
              "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration");
    }
  }

  @Test
  void olderZedIsLentItsOwnCommand() throws Exception {
    try (var editor = new ScriptedEditor()) {
      var parameters = ScriptedEditor.zed(folder);
      parameters.getCapabilities().getWindow().setShowDocument(null);
      assertThat(
              editor.start(parameters).getCapabilities().getExecuteCommandProvider().getCommands())
          .contains("editor.action.goToLocations");
    }
  }

  @Test
  void anEditorThatCanDoNothingIsToldOfTheBasics() throws Exception {
    try (var editor = new ScriptedEditor()) {
      var capabilities = editor.start(ScriptedEditor.minimal(folder)).getCapabilities();
      assertThat(capabilities.getInlayHintProvider()).isNull();
      assertThat(capabilities.getSemanticTokensProvider()).isNull();
      assertThat(capabilities.getWorkspace()).isNull();
      assertThat(capabilities.getHoverProvider().getLeft()).isTrue();
      editor.server().getTextDocumentService().didOpen(open("file:///x.go", "package x\n"));
      assertThat(editor.nextDiagnostics().getVersion()).isOne();
      var actions =
          ScriptedEditor.get(
              editor.server().getTextDocumentService().codeAction(actions("file:///x.go")));
      assertThat(actions).isNotEmpty().allMatch(each -> each.isLeft());
    }
  }

  @Test
  void everyVersionIsAnsweredWithDiagnosticsOfItsOwn() throws Exception {
    try (var editor = new ScriptedEditor()) {
      editor.start(ScriptedEditor.zed(folder));
      String uri = folder.resolve("a.go").toUri().toString();
      var documents = editor.server().getTextDocumentService();
      documents.didOpen(open(uri, "package a\n"));
      var last = editor.nextDiagnostics();
      assertThat(last.getUri()).isEqualTo(uri);
      for (int version = 2; version <= 40; version++) {
        documents.didChange(insert(uri, version, "// é😀\n"));
      }
      while (last.getVersion() < 40) {
        int before = last.getVersion();
        last = editor.nextDiagnostics();
        assertThat(last.getVersion()).isGreaterThan(before);
      }
      documents.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
      assertThat(editor.nextDiagnostics().getDiagnostics()).isEmpty();
    }
  }

  @Test
  void textsThatAreInNoFileAndOnesNeverOpened() throws Exception {
    try (var editor = new ScriptedEditor()) {
      editor.start(ScriptedEditor.zed(folder));
      var documents = editor.server().getTextDocumentService();
      documents.didChange(insert("file:///never/opened.go", 3, "x"));
      documents.didClose(
          new DidCloseTextDocumentParams(new TextDocumentIdentifier("file:///never/opened.go")));
      for (String uri : List.of("untitled:Untitled-1", "file:///c%3A/Users/me/a%20b.go", ":")) {
        documents.didOpen(open(uri, "package p\r\n\r\nvar x = make([]byte, 8<<20)\r\n"));
        assertThat(editor.nextDiagnostics().getUri()).isEqualTo(uri);
        var identifier = new TextDocumentIdentifier(uri);
        ScriptedEditor.get(documents.inlayHint(new InlayHintParams(identifier, START)));
        ScriptedEditor.get(documents.semanticTokensFull(new SemanticTokensParams(identifier)));
        ScriptedEditor.get(documents.hover(new HoverParams(identifier, new Position(99, 99))));
      }
    }
  }

  @Test
  void savingAsksForImportsAndGetsNothing() throws Exception {
    try (var editor = new ScriptedEditor()) {
      editor.start(ScriptedEditor.zed(folder));
      var documents = editor.server().getTextDocumentService();
      for (String kind : List.of("source.organizeImports", "source.fixAll", "quickfix")) {
        var parameters = actions("file:///x.go");
        parameters.getContext().setOnly(List.of(kind));
        assertThat(ScriptedEditor.get(documents.codeAction(parameters))).isEmpty();
      }
      assertThat(ScriptedEditor.get(documents.codeAction(actions("file:///x.go"))))
          .extracting(each -> each.getRight().getTitle())
          .containsExactly("Load heap snapshot…");
    }
  }

  @Test
  void commandsWorkWithoutArgumentsAndSayWhatTheyDid() throws Exception {
    try (var editor = new ScriptedEditor()) {
      var result = editor.start(ScriptedEditor.zed(folder));
      for (String command : result.getCapabilities().getExecuteCommandProvider().getCommands()) {
        ScriptedEditor.get(
            editor
                .server()
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(command, List.of())));
        assertThat(editor.nextMessage().getMessage()).as(command).isNotBlank();
      }
      editor.expectNoMore();
    }
  }

  @Test
  void aFileThatIsNoSnapshotIsNamedAndTheServerLivesOn() throws Exception {
    Files.write(folder.resolve("photo.pb.gz"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
    try (var editor = new ScriptedEditor()) {
      editor.start(ScriptedEditor.zed(folder));
      for (Object argument :
          List.of("photo.pb.gz", Map.of("path", "photo.pb.gz"), folder + "/photo.pb.gz")) {
        ScriptedEditor.get(
            editor
                .server()
                .getWorkspaceService()
                .executeCommand(
                    new ExecuteCommandParams("heapline: load heap snapshot", List.of(argument))));
        var message = editor.nextMessage();
        assertThat(message.getType()).isEqualTo(MessageType.Error);
        assertThat(message.getMessage()).contains("photo.pb.gz").doesNotContain("\n");
      }
    }
  }

  @Test
  void settingsThatAreNoneAreNamedInOneMessage() throws Exception {
    try (var editor = new ScriptedEditor()) {
      var parameters = ScriptedEditor.zed(folder);
      parameters.setInitializationOptions(settings("annotate", "loud"));
      editor.answerConfigurationWith(_ -> List.of(settings("colour", "red"), new JsonObject()));
      editor.start(parameters);
      var message = editor.nextMessage();
      assertThat(message.getType()).isEqualTo(MessageType.Warning);
      assertThat(message.getMessage()).contains("annotate").contains("colour");
      editor
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(settings("colour", "red")));
      editor.answerConfigurationWith(_ -> List.of(new JsonObject(), settings("size", "big")));
      editor
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(new JsonObject()));
      assertThat(editor.nextMessage().getMessage()).contains("annotate").contains("size");
      editor.expectNoMore();
    }
  }

  @Test
  void aProjectsSettingsLoadNothingFromOutsideIt() throws Exception {
    Path outside = Files.createTempFile("heapline", ".pb.gz");
    try (var editor = new ScriptedEditor()) {
      Files.createSymbolicLink(folder.resolve("link.pb.gz"), outside);
      editor.answerConfigurationWith(
          _ -> List.of(settings("profile", outside.toString()), new JsonObject()));
      editor.start(ScriptedEditor.zed(folder));
      assertThat(editor.nextMessage().getMessage()).contains("inside the workspace");
      editor.answerConfigurationWith(
          _ -> List.of(settings("profile", "link.pb.gz"), new JsonObject()));
      editor
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(new JsonObject()));
      assertThat(editor.nextMessage().getMessage()).contains("inside the workspace");
    } finally {
      Files.delete(outside);
    }
  }

  private static JsonObject settings(String key, String value) {
    var settings = new JsonObject();
    settings.addProperty(key, value);
    return settings;
  }

  private static CodeActionParams actions(String uri) {
    return new CodeActionParams(
        new TextDocumentIdentifier(uri), START, new CodeActionContext(List.of()));
  }

  private static DidOpenTextDocumentParams open(String uri, String text) {
    return new DidOpenTextDocumentParams(new TextDocumentItem(uri, "go", 1, text));
  }

  private static DidChangeTextDocumentParams insert(String uri, int version, String text) {
    return new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(uri, version),
        List.of(new TextDocumentContentChangeEvent(START, text)));
  }
}
