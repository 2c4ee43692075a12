package dev.heapline.app.training;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An editor's side of the Language Server Protocol, as far as the training run needs one: it sends,
 * waits for the answer, and agrees to whatever the server asks meanwhile.
 */
final class Editor {
  private static final String LENGTH = "Content-Length: ";

  private final InputStream fromServer;
  private final OutputStream toServer;
  private final List<JsonObject> notifications = new ArrayList<>();
  private int lastId;

  /**
   * @param fromServer what the server writes
   * @param toServer what the server reads
   */
  Editor(InputStream fromServer, OutputStream toServer) {
    this.fromServer = new BufferedInputStream(fromServer);
    this.toServer = toServer;
  }

  /** Sends a notification. */
  void notify(String method, JsonElement parameters) throws IOException {
    JsonObject message = message();
    message.addProperty("method", method);
    message.add("params", parameters);
    send(message);
  }

  /**
   * Sends a request and waits for its result.
   *
   * @throws IOException if the server answers with an error or goes away
   */
  JsonElement request(String method, JsonElement parameters) throws IOException {
    int id = ++lastId;
    JsonObject message = message();
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", parameters);
    send(message);
    while (true) {
      JsonObject received = receive();
      if (received.has("method")) {
        handle(received);
      } else if (received.get("id").getAsInt() == id) {
        if (received.has("error")) {
          throw new IOException(method + ": " + received.get("error"));
        }
        return received.get("result");
      }
    }
  }

  /**
   * Waits until the server has sent a notification of this method, then forgets it.
   *
   * @return its parameters
   */
  JsonElement await(String method) throws IOException {
    while (true) {
      for (JsonObject notification : notifications) {
        if (notification.get("method").getAsString().equals(method)) {
          notifications.remove(notification);
          return notification.get("params");
        }
      }
      JsonObject received = receive();
      if (received.has("method")) {
        handle(received);
      }
    }
  }

  private void handle(JsonObject received) throws IOException {
    if (!received.has("id")) {
      notifications.add(received);
      return;
    }
    JsonObject answer = message();
    answer.add("id", received.get("id"));
    answer.add("result", com.google.gson.JsonNull.INSTANCE);
    send(answer);
  }

  private static JsonObject message() {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    return message;
  }

  private void send(JsonObject message) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    toServer.write((LENGTH + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    toServer.write(body);
    toServer.flush();
  }

  private JsonObject receive() throws IOException {
    int length = 0;
    for (String line = header(); !line.isEmpty(); line = header()) {
      if (line.startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()));
      }
    }
    byte[] body = fromServer.readNBytes(length);
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private String header() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = fromServer.read(); next != '\n'; next = fromServer.read()) {
      if (next < 0) {
        throw new EOFException("the server went away");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
