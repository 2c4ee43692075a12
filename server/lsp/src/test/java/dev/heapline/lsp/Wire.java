package dev.heapline.lsp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server at the other end of two pipes, and a client that sends whatever bytes it likes. */
final class Wire implements AutoCloseable {
  private final OutputStream toServer;
  private final InputStream fromServer;
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

  Wire() throws IOException {
    var there = Pipe.open();
    var back = Pipe.open();
    toServer = Channels.newOutputStream(there.sink());
    fromServer = new BufferedInputStream(Channels.newInputStream(back.source()));
    var in = Channels.newInputStream(there.source());
    var out = Channels.newOutputStream(back.sink());
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                exitCode.complete(HeaplineServer.run(in, out));
              } catch (Throwable e) {
                exitCode.completeExceptionally(e);
              }
            });
  }

  InputStream fromServer() {
    return fromServer;
  }

  OutputStream toServer() {
    return toServer;
  }

  /** Sends a message, well formed or not. */
  void send(String body) throws IOException {
    raw("Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
  }

  /** Sends bytes. */
  void raw(String bytes) throws IOException {
    toServer.write(bytes.getBytes(UTF_8));
    toServer.flush();
  }

  /** Reads messages until one answers the request with this id. */
  JsonObject answer(int id) throws IOException {
    while (true) {
      var message = receive();
      JsonElement received = message.get("id");
      if (!message.has("method") && received != null && received.getAsString().equals("" + id)) {
        return message;
      }
    }
  }

  int errorCode(int id) throws IOException {
    return answer(id).getAsJsonObject("error").get("code").getAsInt();
  }

  JsonObject receive() throws IOException {
    int length = -1;
    for (String line = line(); !line.isEmpty(); line = line()) {
      length = Integer.parseInt(line.substring("Content-Length: ".length()));
    }
    return JsonParser.parseString(new String(fromServer.readNBytes(length), UTF_8))
        .getAsJsonObject();
  }

  int exitCode() throws Exception {
    return exitCode.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    toServer.close();
    fromServer.close();
  }

  private String line() throws IOException {
    var line = new java.io.ByteArrayOutputStream();
    while (true) {
      int next = fromServer.read();
      if (next < 0) {
        throw new EOFException();
      }
      if (next == '\n') {
        return line.toString(US_ASCII).strip();
      }
      line.write(next);
    }
  }
}
