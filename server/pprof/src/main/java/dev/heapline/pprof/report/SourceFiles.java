package dev.heapline.pprof.report;

import java.util.List;

/** Where {@code list} gets source from. */
public interface SourceFiles {
  /**
   * {@return the lines of a file, without their ends}
   *
   * @param path the file's name as the profile has it
   * @throws UnavailableException if there is no such file
   */
  List<String> lines(String path) throws UnavailableException;

  /** A file that cannot be read; the message is the one that the view shows in its place. */
  final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * @param message which file, and why
     */
    public UnavailableException(String message) {
      super(message);
    }
  }
}
