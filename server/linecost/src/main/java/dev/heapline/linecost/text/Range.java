package dev.heapline.linecost.text;

import dev.heapline.golang.source.LineTable;

/**
 * A stretch of a text.
 *
 * @param start the first byte
 * @param end just past the last byte
 */
public record Range(Position start, Position end) {
  /** {@return the range between two byte offsets} */
  public static Range of(LineTable lines, int start, int end) {
    return new Range(position(lines, start), position(lines, end));
  }

  /** {@return the empty range at the start of a line} */
  public static Range startOf(int line) {
    var start = new Position(line, 1);
    return new Range(start, start);
  }

  /** {@return whether the position is inside or at either end} */
  public boolean touches(Position position) {
    return start.compareTo(position) <= 0 && position.compareTo(end) <= 0;
  }

  private static Position position(LineTable lines, int offset) {
    return new Position(lines.line(offset), lines.column(offset));
  }
}
