package dev.heapline.app.endtoend;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that an editor has open. Lines and characters are the protocol's: from 0, in UTF-16 code
 * units.
 */
final class EditorDocument {
  private static final int END = Integer.MAX_VALUE;

  private final EditorSession session;
  private final String uri;
  private String text;
  private int version = 1;

  EditorDocument(EditorSession session, String uri, String text) throws IOException {
    this.session = session;
    this.uri = uri;
    this.text = text;
    session.notify(
        "textDocument/didOpen",
        EditorSession.json(
            Map.of(
                "textDocument",
                Map.of("uri", uri, "languageId", "go", "version", version, "text", text))));
  }

  /** {@return the URI under which it is open} */
  public String uri() {
    return uri;
  }

  /** {@return the first line that contains a text} */
  public int line(String part) {
    int at = text.indexOf(part);
    if (at < 0) {
      throw new IllegalArgumentException(uri + " has no \"" + part + "\"");
    }
    return (int) text.substring(0, at).chars().filter(each -> each == '\n').count();
  }

  /** Types a text at the start of a line, or in a line. */
  public void type(int line, int character, String typed) throws IOException {
    int offset = 0;
    for (int before = 0; before < line; before++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    text = text.substring(0, offset + character) + typed + text.substring(offset + character);
    version++;
    var position = Map.of("line", line, "character", character);
    session.notify(
        "textDocument/didChange",
        EditorSession.json(
            Map.of(
                "textDocument",
                Map.of("uri", uri, "version", version),
                "contentChanges",
                List.of(
                    Map.of("range", Map.of("start", position, "end", position), "text", typed)))));
  }

  /** Closes it. */
  public void close() throws IOException {
    session.notify("textDocument/didClose", parameters());
  }

  /** {@return the diagnostics of the text as it is now, once they are there} */
  public List<JsonObject> diagnostics() throws IOException {
    return diagnostics(true);
  }

  /**
   * {@return the diagnostics of the text as it is now, once there are some or once there are none}
   */
  public List<JsonObject> diagnosticsUntil(boolean some) throws IOException {
    while (true) {
      var found = diagnostics(false);
      if (found.isEmpty() != some) {
        return found;
      }
    }
  }

  private List<JsonObject> diagnostics(boolean ofThisVersion) throws IOException {
    return objects(
        session
            .await(
                "textDocument/publishDiagnostics",
                published ->
                    published.get("uri").getAsString().equals(uri)
                        && (!ofThisVersion
                            || (published.has("version")
                                && published.get("version").getAsInt() == version)))
            .get("diagnostics"));
  }

  /** {@return the inlay hints of the whole file} */
  public List<JsonObject> hints() throws IOException {
    var parameters = parameters();
    parameters.add("range", range(0, END));
    return objects(session.request("textDocument/inlayHint", parameters));
  }

  /** {@return the text of the hint at the end of a line; empty where there is none} */
  public Optional<String> hint(int line) throws IOException {
    return hints().stream()
        .filter(each -> line(each) == line)
        .map(EditorDocument::label)
        .findFirst();
  }

  /** {@return the text of a hint} */
  public static String label(JsonObject hint) {
    if (hint.get("label").isJsonPrimitive()) {
      return hint.get("label").getAsString();
    }
    var text = new StringBuilder();
    objects(hint.get("label")).forEach(part -> text.append(part.get("value").getAsString()));
    return text.toString();
  }

  /** {@return the line of a hint} */
  public static int line(JsonObject hint) {
    return hint.getAsJsonObject("position").get("line").getAsInt();
  }

  /** {@return the semantic tokens, as the protocol packs them} */
  public JsonObject tokens() throws IOException {
    return session.request("textDocument/semanticTokens/full", parameters()).getAsJsonObject();
  }

  /** {@return the changes of the semantic tokens since an earlier answer} */
  public JsonObject tokensSince(String resultId) throws IOException {
    var parameters = parameters();
    parameters.addProperty("previousResultId", resultId);
    return session.request("textDocument/semanticTokens/full/delta", parameters).getAsJsonObject();
  }

  /** {@return the text of the hover at a place; empty where there is none} */
  public Optional<String> hover(int line, int character) throws IOException {
    var parameters = parameters();
    parameters.add("position", EditorSession.json(Map.of("line", line, "character", character)));
    JsonElement hover = session.request("textDocument/hover", parameters);
    return hover.isJsonNull()
        ? Optional.empty()
        : Optional.of(
            hover.getAsJsonObject().getAsJsonObject("contents").get("value").getAsString());
  }

  /** {@return what is offered on a line} */
  public List<JsonObject> actions(int line) throws IOException {
    var parameters = parameters();
    parameters.add("range", range(line, line));
    parameters.add("context", EditorSession.json(Map.of("diagnostics", List.of())));
    return objects(session.request("textDocument/codeAction", parameters));
  }

  /** {@return the offer on a line whose title begins like this} */
  public JsonObject action(int line, String title) throws IOException {
    var actions = actions(line);
    return actions.stream()
        .filter(each -> each.get("title").getAsString().startsWith(title))
        .findFirst()
        .orElseThrow(() -> new IOException("no \"" + title + "\" among " + actions));
  }

  private JsonObject parameters() {
    return EditorSession.json(Map.of("textDocument", Map.of("uri", uri))).getAsJsonObject();
  }

  private static JsonElement range(int first, int last) {
    return EditorSession.json(
        Map.of(
            "start", Map.of("line", first, "character", 0),
            "end", Map.of("line", last, "character", 0)));
  }

  private static List<JsonObject> objects(JsonElement array) {
    var objects = new ArrayList<JsonObject>();
    if (array instanceof JsonArray elements) {
      elements.forEach(each -> objects.add(each.getAsJsonObject()));
    } else if (!(array instanceof JsonNull)) {
      throw new IllegalArgumentException("no list: " + array);
    }
    return objects;
  }
}
