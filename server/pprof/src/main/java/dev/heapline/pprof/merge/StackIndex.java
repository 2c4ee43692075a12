package dev.heapline.pprof.merge;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Numbers distinct pairs of a stack and a set of labels, in the order in which they are first seen.
 * The hash is seeded, so that nobody can choose stacks that collide.
 */
final class StackIndex {
  private final long seed = new SplittableRandom().nextLong() | 1;
  private int[] slots = new int[1024];
  private long[] hashes = new long[512];
  private int[] starts = new int[513];
  private int[] labelSets = new int[512];
  private int[] stacks = new int[4096];
  private int size;

  /** {@return the pair's number; that of a new one is what {@link #size} was} */
  int number(int[] stack, int depth, int labelSet) {
    long hash = seed ^ labelSet;
    for (int i = 0; i < depth; i++) {
      hash = (hash ^ stack[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    hash *= 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (slots.length - 1);
    for (; slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      int known = slots[slot] - 1;
      if (hashes[known] == hash
          && labelSets[known] == labelSet
          && Arrays.equals(stacks, starts[known], starts[known + 1], stack, 0, depth)) {
        return known;
      }
    }
    add(stack, depth, labelSet, hash);
    slots[slot] = size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void add(int[] stack, int depth, int labelSet, long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      labelSets = Arrays.copyOf(labelSets, size * 2);
      starts = Arrays.copyOf(starts, size * 2 + 1);
    }
    int start = starts[size];
    if (start + depth > stacks.length) {
      stacks = Arrays.copyOf(stacks, Math.max(stacks.length * 2, start + depth));
    }
    System.arraycopy(stack, 0, stacks, start, depth);
    hashes[size] = hash;
    labelSets[size] = labelSet;
    starts[++size] = start + depth;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      int slot = (int) (hashes[i] >>> 32) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
  }

  int size() {
    return size;
  }

  int labelSet(int number) {
    return labelSets[number];
  }

  /** All stacks, one behind the other; {@link #start} says where each begins and ends. */
  int[] stacks() {
    return stacks;
  }

  int start(int number) {
    return starts[number];
  }
}
