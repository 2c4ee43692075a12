package dev.heapline.golang.module;

/**
 * What is wrong in a {@code go.mod}, {@code go.work} or {@code vendor/modules.txt}, in Go's words.
 *
 * @param file the file as messages name it
 * @param line 1-based; 0 where the file as a whole is meant
 * @param column 1-based, in characters
 * @param text one sentence
 */
public record ModFileProblem(String file, int line, int column, String text) {
  /** {@return the problem as the go command prints it} */
  @Override
  public String toString() {
    if (line == 0) {
      return file + ": " + text;
    }
    return file + ":" + line + (column > 1 ? ":" + column : "") + ": " + text;
  }
}
