package dev.heapline.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where each line of a baseline text is in the current text. {@linkplain dev.heapline.history The
 * package} says what becomes of a line when the text changes.
 *
 * <p>An immutable value. A change inside a line shares all but the text; any other change costs a
 * pass over one number per line of the baseline.
 */
public final class LineMap {
  /** The place of a line that is gone. */
  static final int GONE = 0;

  private final Lines baseline;
  private final Lines current;
  private final int[] places;

  private LineMap(Lines baseline, Lines current, int[] places) {
    this.baseline = baseline;
    this.current = current;
    this.places = places;
  }

  /**
   * {@return the map of a text that did not change yet}
   *
   * @param text not changed by anyone from now on
   */
  public static LineMap unchanged(byte[] text) {
    var lines = Lines.of(text);
    int[] places = new int[lines.count()];
    for (int index = 0; index < places.length; index++) {
      places[index] = index + 1;
    }
    return new LineMap(lines, lines, places);
  }

  /**
   * {@return the map from one text to another of which only the texts are known}
   *
   * @param baseline not changed by anyone from now on
   * @param current not changed by anyone from now on
   */
  public static LineMap between(byte[] baseline, byte[] current) {
    return unchanged(baseline).replaced(current);
  }

  /**
   * {@return the map after a change of the current text}
   *
   * @param start offset of the first byte that went
   * @param end offset just past the last byte that went
   * @param after the whole text as it is now: the same before {@code start} and behind {@code end}
   */
  public LineMap edited(int start, int end, byte[] after) {
    var next = Lines.of(after);
    int insertedEnd = after.length - (current.length() - end);
    if (start < 0 || end < start || end > current.length() || insertedEnd < start) {
      throw new IllegalArgumentException(
          "bytes %d to %d of %d, %d afterwards"
              .formatted(start, end, current.length(), after.length));
    }
    var change = new BlockChange(current, next, start, end, insertedEnd);
    if (change.isInsideLine()) {
      return new LineMap(baseline, next, places);
    }
    int[] moved = change.apply(places);
    Reunion.of(baseline, next, moved);
    return new LineMap(baseline, next, moved);
  }

  /**
   * {@return the map after the whole current text was replaced by another}
   *
   * @param after not changed by anyone from now on
   */
  public LineMap replaced(byte[] after) {
    return edited(0, current.length(), after);
  }

  /** {@return the number of lines of the baseline} */
  public int baselineCount() {
    return places.length;
  }

  /** {@return the number of lines of the current text} */
  public int currentCount() {
    return current.count();
  }

  /**
   * {@return where a line of the baseline is now; empty where it is gone, where nothing is left of
   * it but white space, or where the baseline has no such line}
   *
   * @param line 1-based
   */
  public OptionalInt current(int line) {
    int place = 1 <= line && line <= places.length ? places[line - 1] : GONE;
    return place == GONE || current.isBlank(place) ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /**
   * {@return the lines of the baseline that are on a line of the current text, in order: none where
   * it is new, several where lines were joined}
   *
   * @param line 1-based
   */
  public List<Integer> baseline(int line) {
    var lines = new ArrayList<Integer>();
    for (int index = 0; index < places.length; index++) {
      if (places[index] == line && !current.isBlank(line)) {
        lines.add(index + 1);
      }
    }
    return lines;
  }
}
