package dev.heapline.lsp.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/**
 * Writes messages to a stream, from a thread of its own.
 *
 * <p>Whoever sends a message turns it into bytes and goes on. A client that does not read makes the
 * queue grow, but only by answers to what it asked and by what its own edits brought about.
 */
final class MessageWriter implements MessageConsumer {
  /** No message is empty, so this one says that there are no more. */
  private static final byte[] END = {};

  private final OutputStream out;
  private final MessageJsonHandler json;
  private final Runnable broken;
  private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  /**
   * Starts writing.
   *
   * @param out closed by whoever opened it
   * @param broken run, on the writing thread, when the client has closed its end
   */
  MessageWriter(OutputStream out, MessageJsonHandler json, Runnable broken) {
    this.out = out;
    this.json = json;
    this.broken = broken;
    this.thread = Thread.ofPlatform().name("heapline-writer").daemon().start(this::write);
  }

  @Override
  public void consume(Message message) {
    byte[] body = json.serialize(message).getBytes(StandardCharsets.UTF_8);
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[header.length + body.length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(body, 0, whole, header.length, body.length);
    queue.add(whole);
  }

  /** Writes what was sent so far, waiting at most the given time for a client that is slow. */
  void finish(Duration patience) throws InterruptedException {
    queue.add(END);
    thread.join(patience);
  }

  private void write() {
    try {
      for (byte[] next = queue.take(); next.length > 0; next = queue.take()) {
        out.write(next);
        if (queue.isEmpty()) {
          out.flush();
        }
      }
      out.flush();
    } catch (IOException _) {
      broken.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
