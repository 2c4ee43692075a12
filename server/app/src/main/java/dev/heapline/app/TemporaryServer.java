package dev.heapline.app;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageClient;

/** Answers initialize, so that packaging can be tested until the language server arrives. */
final class TemporaryServer {
  private boolean shutDown;
  private final CompletableFuture<Boolean> left = new CompletableFuture<>();

  static int run(InputStream in, OutputStream out) {
    TemporaryServer server = new TemporaryServer();
    var _ =
        new Launcher.Builder<LanguageClient>()
            .setLocalService(server)
            .setRemoteInterface(LanguageClient.class)
            .setInput(in)
            .setOutput(out)
            .create()
            .startListening();
    return server.left.join() ? 0 : 1;
  }

  @JsonRequest
  CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
    return CompletableFuture.completedFuture(new InitializeResult(new ServerCapabilities()));
  }

  @JsonRequest
  CompletableFuture<Object> shutdown() {
    shutDown = true;
    return CompletableFuture.completedFuture(new Object());
  }

  @JsonNotification
  void exit() {
    left.complete(shutDown);
  }
}
