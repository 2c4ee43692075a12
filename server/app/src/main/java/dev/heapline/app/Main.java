package dev.heapline.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where the JVM enters.
 *
 * <p>An editor waits for {@code heapline lsp}, so that one is answered before the command line
 * parser is even loaded; all other commands go through it.
 */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code.
   *
   * @param arguments the command line after {@code heapline}
   */
  public static void main(String[] arguments) {
    if (LspCommand.isPlain(arguments)) {
      System.exit(LspCommand.serve());
    }
    PrintWriter out = console(FileDescriptor.out);
    int code = HeaplineCommand.run(arguments, out, console(FileDescriptor.err));
    out.flush();
    System.exit(code);
  }

  /** Source, paths and our own signs (▲ · ⚠) are UTF-8 whatever the locale of the terminal says. */
  private static PrintWriter console(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
