package dev.heapline.app;

import dev.heapline.lsp.HeaplineServer;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heapline lsp}: the language server on stdin and stdout. */
@Command(
    name = "lsp",
    header = "Run the language server on stdin and stdout.",
    description = {
      "",
      "Editors start this; it speaks the Language Server Protocol and nothing else on stdout."
    })
final class LspCommand implements Callable<Integer> {
  /** What editors add to a server's command line by habit. */
  private static final String STDIO = "--stdio";

  @Option(names = STDIO, description = "Accepted for editors that pass it; there is no other way.")
  void stdio(boolean ignored) {
    // Stdio it is in any case.
  }

  /**
   * {@return whether a command line asks for the server and nothing else, so that it can start
   * without a command line parser}
   */
  static boolean isPlain(String[] arguments) {
    return arguments.length > 0
        && arguments[0].equals("lsp")
        && Arrays.stream(arguments).skip(1).allMatch(STDIO::equals);
  }

  /**
   * Serves one client until it leaves.
   *
   * @return the exit code that the protocol asks for: 0 after shutdown and exit, 1 otherwise
   */
  static int serve() {
    // Stdout belongs to the protocol. Whatever prints by accident goes where editors keep a log.
    System.setOut(System.err);
    return HeaplineServer.run(
        new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
  }

  @Override
  public Integer call() {
    return serve();
  }
}
