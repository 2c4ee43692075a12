package dev.heapline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor made of lsp4j's own client, at the other end of two pipes; keeps what it is told. */
final class ScriptedEditor implements LanguageClient, AutoCloseable {
  private final LanguageServer server;
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();
  private final BlockingQueue<MessageParams> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<RegistrationParams> registrations = new LinkedBlockingQueue<>();
  private final BlockingQueue<ShowDocumentParams> shown = new LinkedBlockingQueue<>();
  private volatile Function<ShowMessageRequestParams, Optional<String>> choice =
      _ -> Optional.empty();
  private volatile Function<ConfigurationParams, List<Object>> configuration =
      asked -> asked.getItems().stream().map(_ -> (Object) null).toList();

  ScriptedEditor() throws IOException {
    var there = Pipe.open();
    var back = Pipe.open();
    var serverIn = Channels.newInputStream(there.source());
    var serverOut = Channels.newOutputStream(back.sink());
    Thread.ofPlatform()
        .daemon()
        .start(() -> exitCode.complete(HeaplineServer.run(serverIn, serverOut)));
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(
            this, Channels.newInputStream(back.source()), Channels.newOutputStream(there.sink()));
    server = launcher.getRemoteProxy();
    var _ = launcher.startListening();
  }

  /** {@return what Zed sends with initialize} */
  static InitializeParams zed(Path root) {
    var parameters = resource("zed.json");
    parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(root.toUri().toString(), "root")));
    return parameters;
  }

  /** {@return what an editor sends that can do nothing} */
  @SuppressWarnings("deprecation") // The way in which old editors name the folder.
  static InitializeParams minimal(Path root) {
    var parameters = new InitializeParams();
    parameters.setCapabilities(new org.eclipse.lsp4j.ClientCapabilities());
    parameters.setRootUri(root.toUri().toString());
    return parameters;
  }

  LanguageServer server() {
    return server;
  }

  InitializeResult start(InitializeParams parameters) {
    var result = get(server.initialize(parameters));
    server.initialized(new InitializedParams());
    return result;
  }

  void answerQuestionsWith(Function<ShowMessageRequestParams, Optional<String>> answer) {
    choice = answer;
  }

  void answerConfigurationWith(Function<ConfigurationParams, List<Object>> answer) {
    configuration = answer;
  }

  PublishDiagnosticsParams nextDiagnostics() {
    return next(diagnostics);
  }

  MessageParams nextMessage() {
    return next(messages);
  }

  RegistrationParams nextRegistration() {
    return next(registrations);
  }

  ShowDocumentParams nextShown() {
    return next(shown);
  }

  void expectNoMore() {
    assertThat(messages).isEmpty();
  }

  static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    get(server.shutdown());
    server.exit();
    assertThat(get(exitCode)).isZero();
  }

  private static <T> T next(BlockingQueue<T> queue) {
    try {
      return Objects.requireNonNull(queue.poll(30, TimeUnit.SECONDS), "nothing came in 30 seconds");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static InitializeParams resource(String name) {
    try (var in = Objects.requireNonNull(ScriptedEditor.class.getResourceAsStream(name));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler(java.util.Map.of())
          .getGson()
          .fromJson(JsonParser.parseReader(reader), InitializeParams.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams published) {
    diagnostics.add(published);
  }

  @Override
  public void showMessage(MessageParams message) {
    messages.add(message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams asked) {
    return CompletableFuture.completedFuture(
        choice.apply(asked).map(MessageActionItem::new).orElse(null));
  }

  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams place) {
    shown.add(place);
    return CompletableFuture.completedFuture(new ShowDocumentResult(true));
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams asked) {
    return CompletableFuture.completedFuture(configuration.apply(asked));
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams registration) {
    registrations.add(registration);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams progress) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams progress) {}

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshSemanticTokens() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {}

  @Override
  public void telemetryEvent(Object event) {}
}
