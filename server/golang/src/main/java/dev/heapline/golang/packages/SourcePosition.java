package dev.heapline.golang.packages;

/**
 * A place in a file.
 *
 * @param file the name of the file within its package's folder
 * @param offset 0-based, in bytes
 * @param line 1-based
 * @param column 1-based, in bytes, as Go prints it
 */
public record SourcePosition(String file, int offset, int line, int column) {
  /** {@return {@code file:line:column}} */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
