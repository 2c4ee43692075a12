package dev.heapline.pprof;

import java.util.Arrays;

/**
 * A growing column of ints, in segments, so that growing never copies what is full and no array is
 * ever huge.
 */
final class IntColumn {
  private static final int SHIFT = 16;
  private static final int SEGMENT = 1 << SHIFT;
  private static final int MASK = SEGMENT - 1;
  private static final int FIRST = 64;

  private int[][] segments = {new int[FIRST]};
  private int[] last = segments[0];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return segments[index >>> SHIFT][index & MASK];
  }

  void set(int index, int value) {
    segments[index >>> SHIFT][index & MASK] = value;
  }

  void add(int value) {
    int at = size & MASK;
    if (at == last.length || (at == 0 && size != 0)) {
      grow();
    }
    last[at] = value;
    size++;
  }

  /** Copies {@code length} values from {@code start} on to the beginning of {@code into}. */
  void copy(int start, int length, int[] into) {
    int done = 0;
    while (done < length) {
      int at = (start + done) & MASK;
      int step = Math.min(length - done, SEGMENT - at);
      System.arraycopy(segments[(start + done) >>> SHIFT], at, into, done, step);
      done += step;
    }
  }

  /** Gives back the room that the last segment has left. */
  void trim() {
    int segment = segments.length - 1;
    last = Arrays.copyOf(last, size - (segment << SHIFT));
    segments[segment] = last;
  }

  private void grow() {
    if (last.length < SEGMENT && (size & MASK) != 0) {
      last = Arrays.copyOf(last, Math.min(SEGMENT, last.length * 2));
      segments[segments.length - 1] = last;
    } else {
      segments = Arrays.copyOf(segments, segments.length + 1);
      last = new int[SEGMENT];
      segments[segments.length - 1] = last;
    }
  }
}
