package dev.heapline.app.endtoend;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An editor's side of the Language Server Protocol, in plain JSON: it sends, waits for answers,
 * keeps what it is told, and answers what it is asked as it was taught to.
 *
 * <p>The end-to-end tests and measurements are written with it. It shares nothing with the server:
 * what one of them gets wrong about the protocol, the other notices.
 */
final class EditorSession implements AutoCloseable {
  private static final String LENGTH = "Content-Length: ";
  private static final int PATIENCE_SECONDS = 60;
  private static final Gson GSON = new Gson();

  private final InputStream fromServer;
  private final OutputStream toServer;
  private final Map<Integer, CompletableFuture<JsonElement>> waiting = new ConcurrentHashMap<>();
  private final Map<String, Function<JsonObject, JsonElement>> answers = new ConcurrentHashMap<>();
  private final List<JsonObject> received = new ArrayList<>();
  private final Thread reader;
  private int lastId;
  private boolean ended;

  /**
   * Starts to listen. What the server asks is answered with null until {@link #answering} says
   * otherwise.
   *
   * @param fromServer what the server writes
   * @param toServer what the server reads
   */
  public EditorSession(InputStream fromServer, OutputStream toServer) {
    this.fromServer = new BufferedInputStream(fromServer);
    this.toServer = toServer;
    this.reader = Thread.ofPlatform().name("editor").daemon().start(this::listen);
  }

  /** {@return JSON made of maps, lists, texts, numbers and booleans} */
  public static JsonElement json(Object value) {
    return GSON.toJsonTree(value);
  }

  /** Answers requests of the server like this from now on. */
  public EditorSession answering(String method, Function<JsonObject, JsonElement> answer) {
    answers.put(method, answer);
    return this;
  }

  /**
   * Initializes the session.
   *
   * @param parameters what this editor says of itself
   * @param root the folder that it has open
   * @return what the server says of itself
   */
  public JsonObject start(JsonObject parameters, Path root) throws IOException {
    var all = parameters.deepCopy();
    all.addProperty("rootUri", root.toUri().toString());
    var result = request("initialize", all).getAsJsonObject();
    notify("initialized", new JsonObject());
    return result;
  }

  /** Opens a Go file as it is stored. */
  public EditorDocument open(Path file) throws IOException {
    return open(file.toUri().toString(), Files.readString(file));
  }

  /** Opens a text. */
  public EditorDocument open(String uri, String text) throws IOException {
    return new EditorDocument(this, uri, text);
  }

  /** Runs a command of the server, as a person does who picked it from a list. */
  public JsonElement run(String command, Object... arguments) throws IOException {
    return request(
        "workspace/executeCommand",
        json(Map.of("command", command, "arguments", List.of(arguments))));
  }

  /** Does what choosing a code action does. */
  public JsonElement choose(JsonObject action) throws IOException {
    var command = action.get("command").isJsonObject() ? action.getAsJsonObject("command") : action;
    var parameters = new JsonObject();
    parameters.add("command", command.get("command"));
    parameters.add(
        "arguments", command.has("arguments") ? command.get("arguments") : new JsonArray());
    return request("workspace/executeCommand", parameters);
  }

  /** Shuts the server down. */
  @Override
  public void close() throws IOException {
    request("shutdown", JsonNull.INSTANCE);
    notify("exit", JsonNull.INSTANCE);
  }

  /** Waits until the server has closed its end. */
  public void awaitEnd() throws InterruptedException {
    reader.join();
  }

  /** Sends a notification. */
  public void notify(String method, JsonElement parameters) throws IOException {
    var message = message();
    message.addProperty("method", method);
    message.add("params", parameters);
    send(message);
  }

  /**
   * Sends a request and waits for its result.
   *
   * @throws IOException if the server answers with an error or goes away
   */
  public JsonElement request(String method, JsonElement parameters) throws IOException {
    return result(method, ask(method, parameters));
  }

  /** Sends a request and does not wait. */
  public CompletableFuture<JsonElement> ask(String method, JsonElement parameters)
      throws IOException {
    var answer = new CompletableFuture<JsonElement>();
    var message = message();
    synchronized (waiting) {
      lastId++;
      waiting.put(lastId, answer);
      message.addProperty("id", lastId);
    }
    message.addProperty("method", method);
    message.add("params", parameters);
    send(message);
    return answer;
  }

  /**
   * Waits for a notification or request of the server, then forgets it.
   *
   * @return its parameters
   */
  public JsonObject await(String method, Predicate<JsonObject> matching) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (received) {
      while (true) {
        for (var message : received) {
          if (message.get("method").getAsString().equals(method)
              && matching.test(message.getAsJsonObject("params"))) {
            received.remove(message);
            return message.getAsJsonObject("params");
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || ended) {
          throw new IOException("the server never sent such a " + method);
        }
        try {
          received.wait(left);
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    }
  }

  /** {@return the text of the next message that a person sees} */
  public String message(Predicate<String> matching) throws IOException {
    return await(
            "window/showMessage",
            parameters -> matching.test(parameters.get("message").getAsString()))
        .get("message")
        .getAsString();
  }

  static JsonElement result(String method, CompletableFuture<JsonElement> answer)
      throws IOException {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(method + ": " + e.getCause(), e);
    } catch (TimeoutException | InterruptedException e) {
      throw new IOException(method + " was not answered", e);
    }
  }

  private void listen() {
    try {
      while (true) {
        handle(receive());
      }
    } catch (IOException e) {
      synchronized (received) {
        ended = true;
        received.notifyAll();
      }
      waiting.values().forEach(each -> each.completeExceptionally(e));
    }
  }

  private void handle(JsonObject message) throws IOException {
    if (!message.has("method")) {
      var answer = waiting.remove(message.get("id").getAsInt());
      if (answer != null && message.has("error")) {
        answer.completeExceptionally(new IOException(message.get("error").toString()));
      } else if (answer != null) {
        answer.complete(message.get("result"));
      }
      return;
    }
    if (message.has("id")) {
      var answer = message();
      answer.add("id", message.get("id"));
      answer.add("result", answer(message));
      send(answer);
    }
    synchronized (received) {
      received.add(message);
      received.notifyAll();
    }
  }

  private JsonElement answer(JsonObject request) {
    var known = answers.get(request.get("method").getAsString());
    return known == null
        ? JsonNull.INSTANCE
        : known.apply(
            request.get("params") instanceof JsonObject parameters ? parameters : new JsonObject());
  }

  private static JsonObject message() {
    var message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    return message;
  }

  private void send(JsonObject message) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    synchronized (toServer) {
      toServer.write((LENGTH + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      toServer.write(body);
      toServer.flush();
    }
  }

  private JsonObject receive() throws IOException {
    int length = 0;
    for (String line = header(); !line.isEmpty(); line = header()) {
      if (!line.startsWith(LENGTH)) {
        throw new IOException("not of the protocol: " + line);
      }
      length = Integer.parseInt(line.substring(LENGTH.length()));
    }
    byte[] body = fromServer.readNBytes(length);
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private String header() throws IOException {
    var line = new StringBuilder();
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
