package dev.heapline.linecost.file;

import java.net.URI;

/** The kinds of diagnostics, each with a page that explains it. */
public enum DiagnosticCode {
  /** A single allocation of {@code largeAllocation} bytes or more. */
  LARGE_ALLOCATION("large-allocation"),
  /** A line that the loaded profile shows at or above the floor. */
  HOT_LINE("hot-line"),
  /** An allocation that a loop repeats. */
  ALLOCATION_IN_LOOP("allocation-in-loop");

  private final String id;

  DiagnosticCode(String id) {
    this.id = id;
  }

  /** {@return the code as it is shown and as it is written in JSON} */
  public String id() {
    return id;
  }

  /** {@return the page that explains it} */
  public URI page() {
    return URI.create("https://github.com/heapline/heapline/blob/main/docs/rules/" + id + ".md");
  }
}
