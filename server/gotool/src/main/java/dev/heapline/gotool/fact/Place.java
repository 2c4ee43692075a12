package dev.heapline.gotool.fact;

import java.util.Comparator;

/**
 * A place in a source file.
 *
 * @param file absolute path as the operating system writes it; of the file that a person edits,
 *     also where the compiler saw what cgo made of it
 * @param line from 1; 0 where the compiler knows none
 * @param column in bytes, from 1; 0 where it is not known: the compiler keeps no column beyond 254
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  /** A step of the compiler's own making has no place. */
  public static final Place NOWHERE = new Place("", 0, 0);

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  /** {@return whether there is such a place in a file} */
  public boolean isKnown() {
    return line > 0;
  }

  /** By file, line and column. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@return the place as Go prints it, {@code store.go:41:3}, with the file's last name only} */
  public String shortText() {
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    String text = file.substring(slash + 1) + ":" + line;
    return column > 0 ? text + ":" + column : text;
  }
}
