package dev.heapline.pprof.filter;

import java.io.IOException;

/** A filter that is no regular expression as Go writes them; the message says which and why. */
public final class InvalidFilterException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param name the filter's name: {@code focus}
   * @param text what was given
   * @param reason what is wrong with it
   */
  public InvalidFilterException(String name, String text, String reason) {
    super(name + ": expected a regular expression (RE2), found " + text + ": " + reason);
  }
}
