package dev.heapline.lsp.editor;

import com.google.gson.JsonObject;
import dev.heapline.lsp.text.PositionEncoding;
import java.util.Set;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PositionEncodingKind;

/**
 * What the editor at the other end can do.
 *
 * <p>Read from the raw JSON of {@code initialize}: building the protocol library's object for some
 * two hundred capabilities, of which a few dozen matter, would be most of the work of answering;
 * and a capability of an unexpected shape counts as missing instead of failing the session.
 *
 * @param name the editor's name, or an empty text
 * @param encoding what both sides count characters in
 * @param inlayHints whether it shows hints
 * @param hintProperties the parts of a hint that it asks for when they are needed
 * @param semanticTokens whether it asks for tokens of a whole file
 * @param tokenDeltas whether it asks for changes of tokens
 * @param refreshHints whether it can be told that hints changed
 * @param refreshTokens whether it can be told that tokens changed
 * @param markdown whether it shows Markdown in hovers
 * @param literalActions whether it takes code actions that are more than commands
 * @param resolvesCommands whether it asks for the command of an action when it is chosen
 * @param relatedInformation whether a diagnostic may refer to other ranges
 * @param progress whether it shows progress that the server begins
 * @param showDocument whether it can be asked to show a place
 * @param configuration whether it can be asked for settings
 * @param registersConfiguration whether it can be asked to tell of changed settings
 * @param registersWatchers whether it can be asked to tell of changed files
 * @param relativePatterns whether those files can be named relative to a folder
 * @param workspaceFolders whether it may have several folders open
 */
public record EditorAbilities(
    String name,
    PositionEncoding encoding,
    boolean inlayHints,
    Set<String> hintProperties,
    boolean semanticTokens,
    boolean tokenDeltas,
    boolean refreshHints,
    boolean refreshTokens,
    boolean markdown,
    boolean literalActions,
    boolean resolvesCommands,
    boolean relatedInformation,
    boolean progress,
    boolean showDocument,
    boolean configuration,
    boolean registersConfiguration,
    boolean registersWatchers,
    boolean relativePatterns,
    boolean workspaceFolders) {

  /** What is assumed before {@code initialize}: nothing. */
  public static final EditorAbilities NONE = of(new JsonObject());

  /** {@return the abilities that the parameters of {@code initialize} tell of} */
  public static EditorAbilities of(JsonObject initialize) {
    var all = Json.at(initialize, "capabilities").orElseGet(JsonObject::new);
    var document = Json.at(all, "textDocument").orElseGet(JsonObject::new);
    var workspace = Json.at(all, "workspace").orElseGet(JsonObject::new);
    var full = Json.at(document, "semanticTokens", "requests", "full");
    return new EditorAbilities(
        Json.text(initialize, "clientInfo", "name").orElse(""),
        Json.texts(all, "general", "positionEncodings").contains(PositionEncodingKind.UTF8)
            ? PositionEncoding.UTF_8
            : PositionEncoding.UTF_16,
        Json.at(document, "inlayHint").isPresent(),
        Set.copyOf(Json.texts(document, "inlayHint", "resolveSupport", "properties")),
        full.isPresent()
            && (full.get().isJsonObject()
                || Json.flag(document, "semanticTokens", "requests", "full")),
        Json.flag(document, "semanticTokens", "requests", "full", "delta"),
        Json.flag(workspace, "inlayHint", "refreshSupport"),
        Json.flag(workspace, "semanticTokens", "refreshSupport"),
        Json.texts(document, "hover", "contentFormat").contains(MarkupKind.MARKDOWN),
        Json.at(document, "codeAction", "codeActionLiteralSupport").isPresent(),
        Json.texts(document, "codeAction", "resolveSupport", "properties").contains("command"),
        Json.flag(document, "publishDiagnostics", "relatedInformation"),
        Json.flag(all, "window", "workDoneProgress"),
        Json.flag(all, "window", "showDocument", "support"),
        Json.flag(workspace, "configuration"),
        Json.flag(workspace, "didChangeConfiguration", "dynamicRegistration"),
        Json.flag(workspace, "didChangeWatchedFiles", "dynamicRegistration"),
        Json.flag(workspace, "didChangeWatchedFiles", "relativePatternSupport"),
        Json.flag(workspace, "workspaceFolders"));
  }

  /**
   * {@return whether the editor itself runs {@code editor.action.goToLocations}}
   *
   * <p>No capability tells of it. Zed has it in every version; elsewhere the name may belong to
   * somebody else, and announcing it would break the start of the session.
   */
  public boolean goesToLocations() {
    return name.startsWith("Zed");
  }
}
