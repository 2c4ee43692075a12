package dev.heapline.linecost.file;

import dev.heapline.linecost.text.Range;
import java.util.List;

/**
 * Something in a file that deserves attention.
 *
 * @param range what it is about
 * @param message plain text, one line
 * @param related other ranges of the same file that explain it
 */
public record Diagnostic(
    Range range, Severity severity, DiagnosticCode code, String message, List<Related> related) {

  /** Another range of the same file, and what it has to do with it. */
  public record Related(Range range, String message) {}
}
