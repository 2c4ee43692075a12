package dev.heapline.lsp.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import dev.heapline.lsp.rpc.Connection;
import dev.heapline.lsp.rpc.Routes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * What is said to the editor. Any thread may speak; answers arrive on the thread that reads, so
 * whoever goes on from one goes on elsewhere.
 */
public final class Editor {
  private final Connection connection;
  private volatile EditorAbilities abilities = EditorAbilities.NONE;

  /**
   * @param connection one whose routes {@link #speak} has been told of
   */
  public Editor(Connection connection) {
    this.connection = connection;
  }

  /** Adds the requests that are sent here. */
  public static void speak(Routes routes) {
    var settings = TypeToken.getParameterized(List.class, JsonElement.class).getType();
    routes
        .sends("window/showMessageRequest", MessageActionItem.class, ShowMessageRequestParams.class)
        .sends("window/showDocument", ShowDocumentResult.class, ShowDocumentParams.class)
        .sends("workspace/configuration", settings, ConfigurationParams.class)
        .sends("window/workDoneProgress/create", Void.class, WorkDoneProgressCreateParams.class)
        .sends("client/registerCapability", Void.class, RegistrationParams.class)
        .sends("workspace/inlayHint/refresh", Void.class)
        .sends("workspace/semanticTokens/refresh", Void.class);
  }

  /** Takes what the editor announced. */
  public void announced(EditorAbilities announced) {
    abilities = announced;
  }

  /** {@return what the editor can do} */
  public EditorAbilities abilities() {
    return abilities;
  }

  /** Puts a list of diagnostics in place of the one before it. */
  public void publish(PublishDiagnosticsParams diagnostics) {
    connection.notify("textDocument/publishDiagnostics", diagnostics);
  }

  /** Shows a message, which in most editors interrupts; so rarely. */
  public void show(MessageType type, String message) {
    connection.notify("window/showMessage", new MessageParams(type, message));
  }

  /** Writes a line to the editor's log of this server. */
  public void log(MessageType type, String message) {
    connection.notify("window/logMessage", new MessageParams(type, message));
  }

  /** Asks to choose; empty where the question was dismissed or the editor cannot ask. */
  public CompletableFuture<Optional<String>> choose(String question, List<String> choices) {
    var request =
        new ShowMessageRequestParams(choices.stream().map(MessageActionItem::new).toList());
    request.setType(MessageType.Info);
    request.setMessage(question);
    return connection
        .request("window/showMessageRequest", request)
        .handle(
            (answer, _) ->
                answer instanceof MessageActionItem chosen
                    ? Optional.ofNullable(chosen.getTitle())
                    : Optional.empty());
  }

  /** Shows a place; false where the editor cannot or would not. */
  public CompletableFuture<Boolean> showDocument(Location place) {
    if (!abilities.showDocument()) {
      return CompletableFuture.completedFuture(false);
    }
    var request = new ShowDocumentParams(place.getUri());
    request.setTakeFocus(true);
    request.setSelection(place.getRange());
    return connection
        .request("window/showDocument", request)
        .handle((answer, _) -> answer instanceof ShowDocumentResult shown && shown.isSuccess());
  }

  /** Asks for settings, one answer per section; none where the editor has none to give. */
  public CompletableFuture<List<JsonElement>> configuration(List<Optional<String>> sections) {
    if (!abilities.configuration()) {
      return CompletableFuture.completedFuture(List.of());
    }
    var items =
        sections.stream()
            .map(
                section -> {
                  var item = new ConfigurationItem();
                  section.ifPresent(item::setSection);
                  return item;
                })
            .toList();
    return connection
        .request("workspace/configuration", new ConfigurationParams(items))
        .handle(
            (answer, _) ->
                answer instanceof List<?> list
                    ? list.stream()
                        .map(
                            each ->
                                each instanceof JsonElement element ? element : new JsonObject())
                        .toList()
                    : List.of());
  }

  /** Asks to be told of something; an editor that refuses is an editor that does not tell. */
  public void register(Registration registration) {
    send("client/registerCapability", new RegistrationParams(List.of(registration)));
  }

  /** Says that hints have changed by more than an edit. */
  public void refreshHints() {
    if (abilities.refreshHints()) {
      send("workspace/inlayHint/refresh", null);
    }
  }

  /** Says that tokens have changed by more than an edit; some editors drop all servers' then. */
  public void refreshTokens() {
    if (abilities.refreshTokens()) {
      send("workspace/semanticTokens/refresh", null);
    }
  }

  /** Announces a progress; false where the editor would not have it. */
  CompletableFuture<Boolean> createProgress(String token) {
    return connection
        .request(
            "window/workDoneProgress/create",
            new WorkDoneProgressCreateParams(Either.forLeft(token)))
        .handle((_, refusal) -> refusal == null);
  }

  /** Reports on a progress. */
  void progress(Either<String, Integer> token, WorkDoneProgressNotification report) {
    connection.notify("$/progress", new ProgressParams(token, Either.forLeft(report)));
  }

  private void send(String method, @Nullable Object parameters) {
    var _ = connection.request(method, parameters);
  }
}
