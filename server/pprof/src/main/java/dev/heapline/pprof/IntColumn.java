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

  /** The size at which {@link #last} is full. */
  private int capacity = FIRST;

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
    if (size == capacity) {
      grow();
    }
    last[size & MASK] = value;
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
    int used = size - ((segments.length - 1) << SHIFT);
    last = Arrays.copyOf(last, used);
    segments[segments.length - 1] = last;
    capacity = size;
  }

  private void grow() {
    if (last.length < SEGMENT) {
      last = Arrays.copyOf(last, Math.clamp(last.length * 2L, FIRST, SEGMENT));
    } else {
      segments = Arrays.copyOf(segments, segments.length + 1);
      last = new int[SEGMENT];
    }
    segments[segments.length - 1] = last;
    capacity = ((segments.length - 1) << SHIFT) + last.length;
  }
}
