package dev.heapline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first byte to the last, with clients that keep to the protocol and with others. */
@Timeout(60)
final class LifecycleTest {
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}""";
  private static final String INITIALIZED =
      """
      {"jsonrpc":"2.0","method":"initialized","params":{}}""";
  private static final String SHUTDOWN =
      """
      {"jsonrpc":"2.0","id":2,"method":"shutdown"}""";
  private static final String EXIT =
      """
      {"jsonrpc":"2.0","method":"exit"}""";
  private static final String HOVER =
      """
      {"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":\
      {"textDocument":{"uri":"file:///nowhere.go"},"position":{"line":0,"character":0}}}""";

  @Test
  void anOrderlySessionEndsWithZero() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      assertThat(wire.answer(1).getAsJsonObject("result").getAsJsonObject("serverInfo").get("name"))
          .hasToString("\"heapline\"");
      wire.send(INITIALIZED);
      wire.send(SHUTDOWN);
      assertThat(wire.answer(2).get("result").isJsonNull()).isTrue();
      wire.send(EXIT);
      assertThat(wire.exitCode()).isZero();
    }
  }

  @Test
  void shutdownIsAnsweredEvenWhenExitFollowsAtOnce() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.send(SHUTDOWN);
      wire.send(EXIT);
      assertThat(wire.answer(2).has("result")).isTrue();
      assertThat(wire.exitCode()).isZero();
    }
  }

  @Test
  void exitWithoutShutdownEndsWithOne() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.answer(1);
      wire.send(EXIT);
      assertThat(wire.exitCode()).isOne();
    }
  }

  @Test
  void exitCountsBeforeInitializeToo() throws Exception {
    try (var wire = new Wire()) {
      wire.send(EXIT);
      assertThat(wire.exitCode()).isOne();
    }
  }

  @Test
  void aClientThatClosesItsEndEndsTheServer() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.answer(1);
      wire.toServer().close();
      assertThat(wire.exitCode()).isOne();
    }
  }

  @Test
  void aClientThatStopsReadingEndsTheServer() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.answer(1);
      wire.fromServer().close();
      wire.send(HOVER);
      assertThat(wire.exitCode()).isOne();
    }
  }

  @Test
  void nothingIsAnsweredBeforeInitializeOrAfterShutdown() throws Exception {
    try (var wire = new Wire()) {
      wire.send(HOVER);
      assertThat(wire.errorCode(7)).as("ServerNotInitialized").isEqualTo(-32002);
      wire.send(INITIALIZE);
      wire.answer(1);
      wire.send(INITIALIZE);
      assertThat(wire.errorCode(1)).as("InvalidRequest").isEqualTo(-32600);
      wire.send(HOVER);
      assertThat(wire.answer(7).get("result").isJsonNull()).isTrue();
      wire.send(SHUTDOWN);
      wire.answer(2);
      wire.send(HOVER);
      assertThat(wire.errorCode(7)).as("InvalidRequest").isEqualTo(-32600);
      wire.send(EXIT);
      assertThat(wire.exitCode()).isZero();
    }
  }

  @Test
  void unknownMethodsAreAnsweredOrPassedOver() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/neverHeardOf\",\"params\":{}}");
      wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"workspace/neverHeardOf\",\"params\":[1]}");
      wire.send("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"heapline/neverHeardOf\"}");
      assertThat(wire.errorCode(5)).as("MethodNotFound").isEqualTo(-32601);
      assertAlive(wire);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n\r\n",
        "Content-Length: many\r\n\r\n",
        "Content-Length: -5\r\n\r\n",
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        "Content-Length: 0\r\n\r\n",
        "Content-Length: 4\r\n\r\nnull",
        "Content-Length: 2\r\n\r\n[]",
        "Content-Length: 2\r\n\r\n{}",
        "Content-Length: 5\r\n\r\n{\"a\":",
        "Content-Length: 9\r\n\r\n\u0000\u0001}{][\"\"\"",
        "Content-Length: 31\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":{},\"x\":1}",
        "Content-Length: 42\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":99999999999999,\"m\":1}",
      })
  void whatIsNoMessageIsPassedOver(String bytes) throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.answer(1);
      wire.raw(bytes);
      assertAlive(wire);
    }
  }

  @Test
  void parametersOfAnotherShapeAreAnErrorOfThatRequestAlone() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.answer(1);
      wire.send("{\"jsonrpc\":\"2.0\",\"id\":10,\"method\":\"textDocument/hover\"}");
      assertThat(wire.errorCode(10)).as("InvalidParams").isEqualTo(-32602);
      wire.send("{\"jsonrpc\":\"2.0\",\"id\":11,\"method\":\"textDocument/hover\",\"params\":{}}");
      assertThat(wire.errorCode(11)).as("InvalidParams").isEqualTo(-32602);
      wire.send(
          "{\"jsonrpc\":\"2.0\",\"id\":12,\"method\":\"textDocument/hover\",\"params\":\"x\"}");
      assertThat(wire.answer(12).has("error")).isTrue();
      wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{}}");
      wire.send(
          "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":7}}");
      wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":12345}}");
      assertAlive(wire);
    }
  }

  @Test
  void aMessageTooLargeToBeOneIsPassedOver() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.answer(1);
      int size = 65 << 20;
      wire.raw("Content-Length: " + size + "\r\n\r\n");
      byte[] chunk = new byte[1 << 20];
      for (int sent = 0; sent < size; sent += chunk.length) {
        wire.toServer().write(chunk);
      }
      assertAlive(wire);
    }
  }

  @Test
  void aLengthThatIsWrongLosesOneMessage() throws Exception {
    try (var wire = new Wire()) {
      wire.send(INITIALIZE);
      wire.answer(1);
      wire.raw("Content-Length: 20\r\n\r\n" + HOVER + " ".repeat(10_000));
      assertAlive(wire);
    }
  }

  @Test
  void headersAreReadAsTheRfcAllowsThem() throws Exception {
    try (var wire = new Wire()) {
      wire.raw(
          "content-type: x\r\ncontent-length:" + INITIALIZE.length() + "\r\n\r\n" + INITIALIZE);
      assertThat(wire.answer(1).has("result")).isTrue();
    }
  }

  private static void assertAlive(Wire wire) throws Exception {
    wire.send(HOVER);
    assertThat(wire.answer(7).get("result").isJsonNull()).isTrue();
  }
}
