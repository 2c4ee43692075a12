package dev.heapline.lsp.rpc;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What went wrong, for the log. */
public final class StackTraces {
  private StackTraces() {}

  /** {@return the error and where it came from, over several lines} */
  public static String text(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().strip();
  }
}
