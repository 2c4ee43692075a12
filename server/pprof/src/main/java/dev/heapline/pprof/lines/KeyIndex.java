package dev.heapline.pprof.lines;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they first come. */
final class KeyIndex {
  private long[] keys = new long[16];
  private int size;

  /** Numbers plus 1, or 0; at most half full. */
  private int[] slots = new int[64];

  int size() {
    return size;
  }

  long key(int number) {
    return keys[number];
  }

  /** The key's number, given to it now if it is new. */
  int number(long key) {
    int slot = slot(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      slots = new int[slots.length * 2];
      for (int number = 0; number < size; number++) {
        slots[slot(keys[number])] = number + 1;
      }
    }
    return size - 1;
  }

  private int slot(long key) {
    long hash = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
