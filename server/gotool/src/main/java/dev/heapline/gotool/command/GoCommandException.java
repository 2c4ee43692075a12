package dev.heapline.gotool.command;

/**
 * The go command gave no answer: it is not there, is too old, was stopped, or refuses the module.
 *
 * <p>The message is one line for a person. A package that does not build is no such failure.
 */
public final class GoCommandException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param message one line, without a full stop
   */
  public GoCommandException(String message) {
    super(message);
  }

  /**
   * @param message one line, without a full stop
   * @param cause what the operating system said
   */
  public GoCommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
