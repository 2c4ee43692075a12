package dev.heapline.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged {@code heapline lsp} as a process, with an editor at its other end. */
record Server(Process process, EditorSession editor) implements AutoCloseable {
  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
  private static final Path COMMAND = REPOSITORY.resolve("server/app/target/heapline/bin/heapline");

  static Server start() throws IOException {
    var process =
        new ProcessBuilder(COMMAND.toString(), "lsp")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new Server(
        process, new EditorSession(process.getInputStream(), process.getOutputStream()));
  }

  /** {@return what Zed sends with initialize} */
  static JsonObject zed() throws IOException {
    return JsonParser.parseString(
            Files.readString(
                REPOSITORY.resolve("server/lsp/src/test/resources/dev/heapline/lsp/zed.json")))
        .getAsJsonObject();
  }

  /** {@return what an editor sends that announces nothing} */
  static JsonObject minimal() {
    return JsonParser.parseString("{\"capabilities\": {}}").getAsJsonObject();
  }

  /** {@return a copy of the example, to be edited and broken} */
  static Path exampleIn(Path folder) throws IOException {
    var example = REPOSITORY.resolve("examples/leaky");
    try (var files = Files.walk(example)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve("leaky").resolve(example.relativize(file).toString()));
      }
    }
    return folder.resolve("leaky");
  }

  /** Answers the question which snapshot to load with the one whose name contains this. */
  void chooseSnapshot(String part) {
    editor.answering("window/showMessageRequest", question -> choice(question, part));
  }

  /** Lets the server show places. */
  void showsDocuments() {
    editor.answering("window/showDocument", _ -> EditorSession.json(Map.of("success", true)));
  }

  /** Ends the session as the protocol wants it, and checks that the server does. */
  @Override
  public void close() throws IOException {
    editor.close();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the server ends").isTrue();
      assertThat(process.exitValue()).isZero();
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static JsonElement choice(JsonObject question, String part) {
    JsonArray actions = question.getAsJsonArray("actions");
    for (JsonElement action : actions) {
      if (action.getAsJsonObject().get("title").getAsString().contains(part)) {
        return action;
      }
    }
    return JsonNull.INSTANCE;
  }
}
