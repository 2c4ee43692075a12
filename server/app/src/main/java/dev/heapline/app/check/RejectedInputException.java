package dev.heapline.app.check;

import java.io.IOException;

/** Input that cannot be used, in a line that says what, where, and what was expected. */
public final class RejectedInputException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param message the whole line
   */
  public RejectedInputException(String message) {
    super(message);
  }
}
