package dev.heapline.pprof.graph;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The edges of a graph that is being built, in columns, found by their ends. The hash is seeded, so
 * that nobody can choose stacks whose edges collide.
 */
final class EdgeTable {
  private static final int FIRST = 1024;

  private final long seed = new SplittableRandom().nextLong();
  private int[] slots = new int[FIRST * 2];
  private int[] sources = new int[FIRST];
  private int[] targets = new int[FIRST];
  private long[] weights = new long[FIRST];
  private boolean[] inline = new boolean[FIRST];
  private int[] lastSample = new int[FIRST];
  private int size;

  /**
   * Adds a weight to an edge, once per sample.
   *
   * @param sample the number of the sample, not 0
   */
  void add(int source, int target, long weight, boolean isInline, int sample) {
    int edge = find(source, target);
    if (lastSample[edge] != sample) {
      lastSample[edge] = sample;
      weights[edge] += weight;
      inline[edge] &= isInline;
    }
  }

  private int find(int source, int target) {
    int slot = slot(source, target);
    for (; slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      int edge = slots[slot] - 1;
      if (sources[edge] == source && targets[edge] == target) {
        return edge;
      }
    }
    if (size == sources.length) {
      grow();
      slot = slot(source, target);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
    }
    sources[size] = source;
    targets[size] = target;
    inline[size] = true;
    slots[slot] = ++size;
    return size - 1;
  }

  private int slot(int source, int target) {
    long hash = ((long) source << 32 ^ target ^ seed) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ hash >>> 32 ^ seed) * 0xBF58476D1CE4E5B9L;
    return (int) (hash >>> 32) & (slots.length - 1);
  }

  private void grow() {
    int room = size * 2;
    sources = Arrays.copyOf(sources, room);
    targets = Arrays.copyOf(targets, room);
    weights = Arrays.copyOf(weights, room);
    inline = Arrays.copyOf(inline, room);
    lastSample = Arrays.copyOf(lastSample, room);
    slots = new int[room * 2];
    for (int edge = 0; edge < size; edge++) {
      int slot = slot(sources[edge], targets[edge]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = edge + 1;
    }
  }

  int size() {
    return size;
  }

  int source(int edge) {
    return sources[edge];
  }

  int target(int edge) {
    return targets[edge];
  }

  long weight(int edge) {
    return weights[edge];
  }

  boolean isInline(int edge) {
    return inline[edge];
  }
}
