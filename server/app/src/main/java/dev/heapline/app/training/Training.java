package dev.heapline.app.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;

/** The work that is walked through. */
public final class Training {
  /** A language server: reads and writes the protocol, and returns when the client has left. */
  @FunctionalInterface
  public interface Server {
    /** {@return the exit code, 0 after an orderly end} */
    int run(InputStream in, OutputStream out);
  }

  private final Path example;
  private final Server server;

  /**
   * @param example a folder with a Go program
   * @param server the server to work with
   */
  public Training(Path example, Server server) {
    this.example = example;
    this.server = server;
  }

  /**
   * Walks through an editor's session.
   *
   * @throws IOException if the server does not answer as it should
   */
  public void walk() throws IOException {
    PipedInputStream serverIn = new PipedInputStream(1 << 16);
    PipedInputStream serverOut = new PipedInputStream(1 << 16);
    try (OutputStream toServer = new PipedOutputStream(serverIn);
        OutputStream fromServer = new PipedOutputStream(serverOut)) {
      Thread thread = Thread.ofPlatform().daemon().start(() -> server.run(serverIn, fromServer));
      Editor editor = new Editor(serverOut, toServer);
      session(editor);
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void session(Editor editor) throws IOException {
    JsonObject initialize = new JsonObject();
    initialize.addProperty("rootUri", example.toUri().toString());
    initialize.add("capabilities", new JsonObject());
    editor.request("initialize", initialize);
    editor.notify("initialized", new JsonObject());
    editor.request("shutdown", new JsonArray());
    editor.notify("exit", new JsonArray());
  }
}
