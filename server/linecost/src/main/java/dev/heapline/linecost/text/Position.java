package dev.heapline.linecost.text;

/**
 * A place between two bytes of a text.
 *
 * @param line 1-based
 * @param column 1-based, in bytes of the text as it is stored
 */
public record Position(int line, int column) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
