package dev.heapline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The shortest life of a language server: initialize, shutdown, exit; with every byte that it
 * wrote.
 *
 * @param exit its exit code
 * @param stdout all that it wrote on stdout, each byte as the character of that number
 * @param stderr all that it wrote on stderr
 */
record Exchange(int exit, String stdout, String stderr) {
  private static final long SECONDS = 60;

  private static final List<String> MESSAGES =
      List.of(
          """
          {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}""",
          """
          {"jsonrpc":"2.0","method":"initialized","params":{}}""",
          """
          {"jsonrpc":"2.0","id":2,"method":"shutdown"}""",
          """
          {"jsonrpc":"2.0","method":"exit"}""");

  /** Runs {@code heapline lsp} from start to end. */
  static Exchange with(Packaged command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile("heapline", ".err");
    Process process = command.process(environment, "lsp").redirectError(err.toFile()).start();
    CompletableFuture<String> written =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new String(
                    process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try (OutputStream in = process.getOutputStream()) {
      for (String message : MESSAGES) {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        in.write(
            ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        in.write(body);
      }
    }
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the server is still there: " + Files.readString(err));
    }
    Exchange exchange = new Exchange(process.exitValue(), written.join(), Files.readString(err));
    Files.delete(err);
    return exchange;
  }

  /**
   * {@return the bodies of the messages on stdout}
   *
   * @throws AssertionError if anything but the protocol is there
   */
  List<String> messages() {
    List<String> messages = new ArrayList<>();
    int at = 0;
    while (at < stdout.length()) {
      int end = stdout.indexOf("\r\n\r\n", at);
      String header = end < 0 ? stdout.substring(at) : stdout.substring(at, end);
      if (!header.matches("Content-Length: \\d+")) {
        throw new AssertionError("not of the protocol, at byte " + at + ": " + header);
      }
      int length = Integer.parseInt(header.substring("Content-Length: ".length()));
      int body = end + 4;
      byte[] bytes = stdout.substring(body, body + length).getBytes(StandardCharsets.ISO_8859_1);
      messages.add(new String(bytes, StandardCharsets.UTF_8));
      at = body + length;
    }
    return messages;
  }
}
