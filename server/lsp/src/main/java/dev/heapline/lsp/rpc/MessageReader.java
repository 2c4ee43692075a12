package dev.heapline.lsp.rpc;

import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/**
 * Reads messages from a stream until it ends.
 *
 * <p>What is no message is reported and passed over: a bad header, a length that is none, broken
 * JSON. Memory is bounded whatever arrives.
 */
final class MessageReader implements MessageProducer {
  /** No header line is longer in earnest; of what is, the end is looked at. */
  private static final int LONGEST_HEADER_LINE = 4 << 10;

  /** A message of this many bytes holds a Go file larger than the compiler would take. */
  static final int LARGEST_MESSAGE = 64 << 20;

  private static final String CONTENT_LENGTH = "content-length:";

  private final InputStream in;
  private final MessageJsonHandler json;
  private final MessageIssueHandler issues;
  private final Consumer<String> complaints;

  /**
   * @param in closed by whoever opened it
   * @param issues told of messages that could be read in part
   * @param complaints told, in a sentence, of everything else that was passed over
   */
  MessageReader(
      InputStream in,
      MessageJsonHandler json,
      MessageIssueHandler issues,
      Consumer<String> complaints) {
    this.in = new BufferedInputStream(in, 64 << 10);
    this.json = json;
    this.issues = issues;
    this.complaints = complaints;
  }

  @Override
  public void listen(MessageConsumer consumer) {
    try {
      while (true) {
        var length = readHeaders();
        if (length.isEmpty()) {
          complaints.accept("a message header without a usable Content-Length was passed over");
        } else if (length.getAsInt() > LARGEST_MESSAGE) {
          complaints.accept("a message of " + length.getAsInt() + " bytes was passed over");
          in.skipNBytes(length.getAsInt());
        } else {
          deliver(in.readNBytes(length.getAsInt()), length.getAsInt(), consumer);
        }
      }
    } catch (EOFException _) {
      // The client is gone, which is how it always ends.
    } catch (IOException e) {
      complaints.accept("the client's stream broke: " + e.getMessage());
    }
  }

  private void deliver(byte[] body, int length, MessageConsumer consumer) throws EOFException {
    if (body.length < length) {
      throw new EOFException();
    }
    try {
      Message message =
          json.parseMessage(
              new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
      if (message == null) {
        complaints.accept("an empty message was passed over");
      } else {
        consumer.consume(message);
      }
    } catch (MessageIssueException e) {
      issues.handle(e.getRpcMessage(), e.getIssues());
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      // Gson throws all three, for values of a type or size that it was not asked for.
      complaints.accept("a message that could not be read was passed over: " + e.getMessage());
    }
  }

  /** Reads up to the empty line. The encoding named in Content-Type can only be UTF-8. */
  private OptionalInt readHeaders() throws IOException {
    var length = OptionalInt.empty();
    while (true) {
      String line = readLine();
      if (line.isEmpty()) {
        return length;
      }
      // Anywhere in the line: behind the rest of a message whose length was wrong, this is where
      // the next one begins.
      int found = line.toLowerCase(Locale.ROOT).lastIndexOf(CONTENT_LENGTH);
      if (found >= 0) {
        length = parseLength(line.substring(found + CONTENT_LENGTH.length()).strip());
      }
    }
  }

  private static OptionalInt parseLength(String text) {
    try {
      int length = Integer.parseInt(text);
      return length < 0 ? OptionalInt.empty() : OptionalInt.of(length);
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append((char) next);
      }
      if (line.length() > LONGEST_HEADER_LINE) {
        line.delete(0, LONGEST_HEADER_LINE / 2);
      }
    }
  }
}
