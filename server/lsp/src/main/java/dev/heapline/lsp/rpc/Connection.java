package dev.heapline.lsp.rpc;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** One client, from its first message to its last. */
public final class Connection {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The library reports every cancellation that came too late; editors keep such logs. */
  private static final Logger LIBRARY = Logger.getLogger(RemoteEndpoint.class.getName());

  static {
    LIBRARY.setLevel(Level.OFF);
  }

  private final RemoteEndpoint client;
  private final MessageReader reader;
  private final MessageWriter writer;
  private final Consumer<String> log;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * @param in what the client writes
   * @param out what the client reads
   * @param routes all methods; complete before {@link #serve}
   * @param log told, in a sentence, what went wrong with a message or inside a handler
   */
  public Connection(InputStream in, OutputStream out, Routes routes, Consumer<String> log) {
    this.log = log;
    var json = new MessageJsonHandler(routes.methods());
    this.writer = new MessageWriter(out, json, this::end);
    this.client = new RemoteEndpoint(writer, routes, this::error);
    client.setJsonHandler(json);
    json.setMethodProvider(client);
    this.reader = new MessageReader(in, json, client, log);
  }

  /** Sends a notification. */
  public void notify(String method, Object parameters) {
    client.notify(method, parameters);
  }

  /**
   * Sends a request.
   *
   * @return the answer, of the type that the routes name; completed on the thread that reads, so go
   *     on elsewhere. Cancelling it tells the client
   */
  public CompletableFuture<Object> request(String method, @Nullable Object parameters) {
    return client.request(method, parameters);
  }

  /**
   * Serves the client until it says that it is done, closes its end, or {@link #end} is called.
   *
   * <p>Reading has a thread of its own because no way exists to wake a thread that waits for input;
   * when the session ends otherwise, that one is left behind.
   */
  public void serve() throws InterruptedException {
    Thread.ofPlatform()
        .name("heapline-reader")
        .daemon()
        .start(
            () -> {
              try {
                reader.listen(client);
              } finally {
                end();
              }
            });
    ended.await();
    writer.finish(PATIENCE);
  }

  /** Ends the session. */
  public void end() {
    ended.countDown();
  }

  private ResponseError error(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException wrapper && wrapper.getCause() != null
            ? wrapper.getCause()
            : thrown;
    return switch (cause) {
      case ResponseErrorException answer -> answer.getResponseError();
      case CancellationException _ ->
          new ResponseError(ResponseErrorCode.RequestCancelled, "cancelled", null);
      default -> {
        log.accept("a request failed: " + StackTraces.text(cause));
        yield new ResponseError(ResponseErrorCode.InternalError, String.valueOf(cause), null);
      }
    };
  }
}
