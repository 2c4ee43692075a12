package dev.heapline.pprof;

import java.util.Arrays;

/**
 * A growing column of longs, in segments, where a segment takes half the room as long as all its
 * values fit an int: most counts and sizes do.
 */
final class LongColumn {
  private static final int SHIFT = 14;
  private static final int SEGMENT = 1 << SHIFT;
  private static final int MASK = SEGMENT - 1;
  private static final int FIRST = 64;
  private static final long[] NARROW = {};
  private static final int[] WIDENED = {};

  /** The values of a segment, or {@link #WIDENED}. */
  private int[][] narrow = {new int[FIRST]};

  /** The values of a segment that did not fit, or {@link #NARROW}. */
  private long[][] wide = {NARROW};

  private int size;

  /** The size at which the last segment is full. */
  private int capacity = FIRST;

  int size() {
    return size;
  }

  long get(int index) {
    int segment = index >>> SHIFT;
    int[] values = narrow[segment];
    return values.length != 0 ? values[index & MASK] : wide[segment][index & MASK];
  }

  void add(long value) {
    if (size == capacity) {
      grow();
    }
    int segment = size >>> SHIFT;
    int[] values = narrow[segment];
    if (values.length != 0 && value == (int) value) {
      values[size & MASK] = (int) value;
    } else {
      if (values.length != 0) {
        widen(segment);
      }
      wide[segment][size & MASK] = value;
    }
    size++;
  }

  /** Gives back the room that the last segment has left. */
  void trim() {
    int segment = narrow.length - 1;
    // A segment without room could not be told from a widened one.
    resize(segment, Math.max(size - (segment << SHIFT), 1));
  }

  private void grow() {
    int segment = narrow.length - 1;
    int room = Math.max(narrow[segment].length, wide[segment].length);
    if (room < SEGMENT) {
      resize(segment, Math.clamp(room * 2L, FIRST, SEGMENT));
      return;
    }
    segment++;
    narrow = Arrays.copyOf(narrow, segment + 1);
    wide = Arrays.copyOf(wide, segment + 1);
    narrow[segment] = new int[SEGMENT];
    wide[segment] = NARROW;
    capacity += SEGMENT;
  }

  private void resize(int segment, int length) {
    if (narrow[segment].length != 0) {
      narrow[segment] = Arrays.copyOf(narrow[segment], length);
    } else {
      wide[segment] = Arrays.copyOf(wide[segment], length);
    }
    capacity = (segment << SHIFT) + length;
  }

  private void widen(int segment) {
    int[] values = narrow[segment];
    long[] widened = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      widened[i] = values[i];
    }
    wide[segment] = widened;
    narrow[segment] = WIDENED;
  }
}
