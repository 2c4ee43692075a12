package dev.heapline.app;

/** What the exit code of every command means. */
enum ExitCode {
  /** Nothing to complain about. */
  FINE(0),

  /** Findings at or over what {@code --fail-on} names. */
  FINDINGS(1),

  /** Bad usage or bad input; one line on stderr says what, where, and what was expected. */
  BAD_INPUT(2);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** {@return the number that the process ends with} */
  int code() {
    return code;
  }
}
