package dev.heapline.linecost.file;

import dev.heapline.linecost.text.Range;
import java.util.List;

/**
 * Something in a file that deserves attention.
 *
 * @param range what it is about
 * @param line the 1-based line of the {@link LineCost} that it is made of: the one that a profile
 *     charges
 * @param message plain text, one line
 * @param related other ranges of the same file that explain it
 */
public record Diagnostic(
    Range range,
    int line,
    Severity severity,
    DiagnosticCode code,
    String message,
    List<Related> related) {

  /** Another range of the same file, and what it has to do with it. */
  public record Related(Range range, String message) {}
}
