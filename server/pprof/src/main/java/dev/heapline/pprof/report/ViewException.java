package dev.heapline.pprof.report;

import java.io.IOException;

/** A view that cannot be made of a profile with these options; the message says why. */
public final class ViewException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param message what was expected, and what was found
   */
  public ViewException(String message) {
    super(message);
  }
}
