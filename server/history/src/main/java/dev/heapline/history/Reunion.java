package dev.heapline.history;

import java.util.ArrayDeque;
import java.util.HashMap;

/**
 * Finds lines that were gone and are back: after an undo, or when they were cut here and put in
 * there.
 *
 * <p>A line is back for certain where its code occurs once in the baseline and once in the current
 * text; and so is its neighbour, of whatever code, that stands next to it in both.
 */
final class Reunion {
  private final Lines baseline;
  private final Lines current;
  private final int[] places;
  private final boolean[] taken;
  private final ArrayDeque<Integer> found = new ArrayDeque<>();

  private Reunion(Lines baseline, Lines current, int[] places, boolean[] taken) {
    this.baseline = baseline;
    this.current = current;
    this.places = places;
    this.taken = taken;
  }

  /** Gives lines that are gone their places in the current text, where they are back. */
  static void of(Lines baseline, Lines current, int[] places) {
    boolean[] taken = new boolean[current.count() + 1];
    int gone = 0;
    for (int place : places) {
      taken[place] = true;
      gone += place == LineMap.GONE ? 1 : 0;
    }
    int free = 0;
    for (boolean each : taken) {
      free += each ? 0 : 1;
    }
    if (gone > 0 && free > 0) {
      new Reunion(baseline, current, places, taken).reunite();
    }
  }

  private void reunite() {
    var baselineCounts = new HashMap<Long, Integer>();
    for (int line = 1; line <= places.length; line++) {
      baselineCounts.merge(baseline.hash(line), 1, Integer::sum);
    }
    var currentLines = new HashMap<Long, Integer>();
    for (int line = 1; line <= current.count(); line++) {
      currentLines.merge(current.hash(line), line, (_, _) -> LineMap.GONE);
    }
    for (int line = 1; line <= places.length; line++) {
      if (places[line - 1] != LineMap.GONE) {
        found.add(line);
      } else if (!baseline.isBlank(line)
          && baselineCounts.getOrDefault(baseline.hash(line), 0) == 1) {
        join(line, currentLines.getOrDefault(baseline.hash(line), LineMap.GONE));
      }
    }
    while (!found.isEmpty()) {
      int line = found.remove();
      int place = places[line - 1];
      join(line + 1, place + 1);
      join(line - 1, place - 1);
    }
  }

  private void join(int line, int place) {
    if (line >= 1
        && line <= places.length
        && place >= 1
        && place <= current.count()
        && places[line - 1] == LineMap.GONE
        && !taken[place]
        && Lines.same(baseline, line, current, place)) {
      places[line - 1] = place;
      taken[place] = true;
      found.add(line);
    }
  }
}
