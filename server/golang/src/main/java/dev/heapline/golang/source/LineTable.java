package dev.heapline.golang.source;

import java.util.Arrays;

/**
 * Where the lines of a text start.
 *
 * <p>Lines and columns are 1-based and columns count bytes, as Go prints them. A line ends with its
 * {@code \n}; a {@code \r} before it belongs to the line.
 */
public final class LineTable {
  private final int[] starts;
  private final int length;

  private LineTable(int[] starts, int length) {
    this.starts = starts;
    this.length = length;
  }

  /** {@return the table of the given text} */
  public static LineTable of(byte[] bytes) {
    int count = 1;
    for (byte each : bytes) {
      if (each == '\n') {
        count++;
      }
    }
    int[] starts = new int[count];
    int line = 1;
    for (int offset = 0; offset < bytes.length; offset++) {
      if (bytes[offset] == '\n') {
        starts[line++] = offset + 1;
      }
    }
    return new LineTable(starts, bytes.length);
  }

  /**
   * {@return the number of lines; an empty text has one, and so has the text after a last {@code
   * \n}}
   */
  public int count() {
    return starts.length;
  }

  /**
   * {@return the 1-based line of a byte offset; an offset outside the text counts as its nearest
   * end}
   */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, Math.clamp(offset, 0, length));
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** {@return the 1-based column of a byte offset, in bytes} */
  public int column(int offset) {
    return Math.clamp(offset, 0, length) - starts[line(offset) - 1] + 1;
  }

  /**
   * {@return the offset of a line's first byte; lines past the last one start at the end of the
   * text}
   *
   * @param line 1-based
   */
  public int start(int line) {
    return line <= starts.length ? starts[Math.max(line, 1) - 1] : length;
  }

  /**
   * {@return the offset just past a line's last byte, its line end not counted}
   *
   * @param line 1-based
   */
  public int end(int line) {
    return line < starts.length ? starts[line] - 1 : length;
  }
}
