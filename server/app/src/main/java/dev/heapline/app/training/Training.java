package dev.heapline.app.training;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The work that is walked through: an editor's session on every file of a small program. */
public final class Training {
  private static final int PIPE_BYTES = 1 << 16;

  /** What Zed can do, as far as the server asks. */
  private static final String CAPABILITIES =
      """
      {"general": {"positionEncodings": ["utf-16"]},
       "window": {"workDoneProgress": true, "showMessage": {}, "showDocument": {"support": true}},
       "workspace": {
         "applyEdit": true, "configuration": true, "workspaceFolders": true,
         "executeCommand": {"dynamicRegistration": true},
         "didChangeConfiguration": {"dynamicRegistration": true},
         "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
         "inlayHint": {"refreshSupport": true}, "semanticTokens": {"refreshSupport": true}},
       "textDocument": {
         "synchronization": {"didSave": true},
         "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true},
         "hover": {"contentFormat": ["markdown"]},
         "codeAction": {
           "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["refactor", "quickfix", "source"]}},
           "resolveSupport": {"properties": ["edit", "command"]}},
         "inlayHint": {"resolveSupport": {"properties": ["tooltip", "label.tooltip", "label.location"]}},
         "semanticTokens": {
           "requests": {"full": {"delta": true}}, "formats": ["relative"],
           "tokenTypes": ["function", "method"], "tokenModifiers": []}}}
      """;

  /** A language server: reads and writes the protocol, and returns when the client has left. */
  @FunctionalInterface
  public interface Server {
    /** {@return the exit code, 0 after an orderly end} */
    int run(InputStream in, OutputStream out);
  }

  private final Path example;
  private final Server server;

  /**
   * @param example a folder with a Go program, and its heap profiles in {@code profiles}
   * @param server the server to work with
   */
  public Training(Path example, Server server) {
    this.example = example.toAbsolutePath().normalize();
    this.server = server;
  }

  /** {@return the profile that lines are measured with} */
  public Path profile() {
    return example.resolve("profiles/heap-after.pb.gz");
  }

  /** {@return the profile that growth is counted from} */
  public Path base() {
    return example.resolve("profiles/heap-before.pb.gz");
  }

  /**
   * Walks through the session.
   *
   * @throws IOException if the server does not answer as it should
   */
  public void walk() throws IOException {
    PipedInputStream serverIn = new PipedInputStream(PIPE_BYTES);
    PipedInputStream serverOut = new PipedInputStream(PIPE_BYTES);
    try (OutputStream toServer = new PipedOutputStream(serverIn);
        OutputStream fromServer = new PipedOutputStream(serverOut)) {
      Thread thread = Thread.ofPlatform().daemon().start(() -> server.run(serverIn, fromServer));
      session(new Editor(serverOut, toServer));
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void session(Editor editor) throws IOException {
    JsonObject initialize = new JsonObject();
    initialize.addProperty("rootUri", example.toUri().toString());
    initialize.add("capabilities", JsonParser.parseString(CAPABILITIES));
    editor.request("initialize", initialize);
    editor.notify("initialized", new JsonObject());
    List<Path> files = goFiles();
    for (Path file : files) {
      open(editor, file);
    }
    command(editor, "heapline: load heap snapshot", profile());
    command(editor, "heapline: compare with an earlier heap snapshot", base());
    for (Path file : files) {
      look(editor, file);
      type(editor, file);
      look(editor, file);
    }
    editor.request(
        "workspace/executeCommand", json("{'command': 'heapline: clear heap snapshot'}"));
    editor.request("shutdown", new JsonObject());
    editor.notify("exit", new JsonObject());
  }

  private List<Path> goFiles() throws IOException {
    try (Stream<Path> entries = Files.list(example)) {
      return entries.filter(file -> file.toString().endsWith(".go")).sorted().toList();
    }
  }

  private static void open(Editor editor, Path file) throws IOException {
    JsonObject document = new JsonObject();
    document.addProperty("uri", file.toUri().toString());
    document.addProperty("languageId", "go");
    document.addProperty("version", 1);
    document.addProperty("text", Files.readString(file));
    JsonObject parameters = new JsonObject();
    parameters.add("textDocument", document);
    editor.notify("textDocument/didOpen", parameters);
    look(editor, file);
  }

  private static void look(Editor editor, Path file) throws IOException {
    String whole =
        "'range': {'start': {'line': 0, 'character': 0}, 'end': {'line': 60, 'character': 0}}";
    editor.request("textDocument/inlayHint", about(file, whole));
    editor.request("textDocument/semanticTokens/full", about(file, ""));
    editor.request(
        "textDocument/codeAction", about(file, whole + ", 'context': {'diagnostics': []}"));
    for (int line = 0; line < 40; line++) {
      String position = "'position': {'line': %d, 'character': 8}".formatted(line);
      editor.request("textDocument/hover", about(file, position));
    }
  }

  private static void type(Editor editor, Path file) throws IOException {
    JsonObject parameters =
        about(
            file,
            "'contentChanges': [{'text': '// typed\\n', 'range': {"
                + "'start': {'line': 0, 'character': 0}, 'end': {'line': 0, 'character': 0}}}]");
    parameters.getAsJsonObject("textDocument").addProperty("version", 2);
    editor.notify("textDocument/didChange", parameters);
  }

  private static void command(Editor editor, String id, Path argument) throws IOException {
    JsonObject parameters = json("{'arguments': []}");
    parameters.addProperty("command", id);
    parameters.getAsJsonArray("arguments").add(argument.toString());
    editor.request("workspace/executeCommand", parameters);
  }

  private static JsonObject about(Path file, String more) {
    JsonElement parameters = json("{" + more + "}");
    JsonObject document = new JsonObject();
    document.addProperty("uri", file.toUri().toString());
    parameters.getAsJsonObject().add("textDocument", document);
    return parameters.getAsJsonObject();
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }
}
