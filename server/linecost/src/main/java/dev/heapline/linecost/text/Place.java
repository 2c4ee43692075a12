package dev.heapline.linecost.text;

import java.nio.file.Path;

/**
 * A range in a file, to jump to.
 *
 * @param path absolute
 */
public record Place(Path path, Range range) {
  /** {@return the place of a whole line} */
  public static Place line(Path path, int line) {
    return new Place(path, Range.startOf(line));
  }

  /** {@return the 1-based line the place starts on} */
  public int line() {
    return range.start().line();
  }
}
