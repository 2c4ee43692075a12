package dev.heapline.pprof;

import dev.heapline.base.MalformedInputException;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Decodes {@code Label} messages, and keeps each distinct set of them once.
 *
 * <p>A label counts as text if its text is not empty, else as a number if the number or its unit is
 * there, else not at all.
 */
final class LabelDecoder {
  private static final int KEY = 1 << 3;
  private static final int TEXT = 2 << 3;
  private static final int NUMBER = 3 << 3;
  private static final int UNIT = 4 << 3;
  private static final int HIGHEST_FIELD = 4;

  /** How many numbers describe a label: key, text, number, unit. */
  private static final int WIDTH = 4;

  private final WireReader wire;
  private final StringRefs strings;
  private final int limit;
  private final long seed = new SplittableRandom().nextLong() | 1;

  /** The labels of the sample at hand. */
  private long[] row = new long[WIDTH];

  private int rowSize;

  private final IntColumn starts = new IntColumn();
  private final IntColumn keys = new IntColumn();
  private final IntColumn texts = new IntColumn();
  private final LongColumn numbers = new LongColumn();
  private final IntColumn units = new IntColumn();

  /** The hash table: numbers of sets plus 1, or 0. */
  private int[] slots = new int[256];

  LabelDecoder(WireReader wire, StringRefs strings, ReadLimits limits) {
    this.wire = wire;
    this.strings = strings;
    this.limit = limits.entries();
    starts.add(0);
  }

  /** Begins the labels of a sample. */
  void begin() {
    rowSize = 0;
  }

  void read() throws IOException {
    int outer = wire.enter("label");
    long key = 0;
    long text = 0;
    long number = 0;
    long unit = 0;
    for (int tag; (tag = wire.tag()) != 0; ) {
      switch (tag) {
        case KEY -> key = wire.varint();
        case TEXT -> text = wire.varint();
        case NUMBER -> number = wire.varint();
        case UNIT -> unit = wire.varint();
        default -> wire.skip(tag, HIGHEST_FIELD);
      }
    }
    wire.leave(outer);
    if (text != 0) {
      add(strings.check(key, wire.offset()), strings.check(text, wire.offset()), 0, 0);
    } else if (number != 0 || unit != 0) {
      add(strings.check(key, wire.offset()), 0, number, strings.check(unit, wire.offset()));
    }
  }

  private void add(int key, int text, long number, int unit) {
    if (rowSize == row.length) {
      row = Arrays.copyOf(row, rowSize * 2);
    }
    row[rowSize] = key;
    row[rowSize + 1] = text;
    row[rowSize + 2] = number;
    row[rowSize + 3] = unit;
    rowSize += WIDTH;
  }

  /** Ends the labels of a sample: the number of their set. */
  int end() throws MalformedInputException {
    int slot = slot(hash(row, rowSize));
    while (slots[slot] != 0 && !isRow(slots[slot] - 1)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    for (int i = 0; i < rowSize; i += WIDTH) {
      keys.add((int) row[i]);
      texts.add((int) row[i + 1]);
      numbers.add(row[i + 2]);
      units.add((int) row[i + 3]);
    }
    if (keys.size() > limit || starts.size() > limit) {
      throw wire.malformed(wire.offset(), "at most " + limit + " different labels");
    }
    starts.add(keys.size());
    slots[slot] = starts.size() - 1;
    if (starts.size() * 2 > slots.length) {
      rehash();
    }
    return starts.size() - 2;
  }

  LabelSets build(String[] table) {
    starts.trim();
    keys.trim();
    texts.trim();
    numbers.trim();
    units.trim();
    return new LabelSets(starts, keys, texts, numbers, units, table);
  }

  private boolean isRow(int set) {
    int start = starts.get(set);
    if ((starts.get(set + 1) - start) * WIDTH != rowSize) {
      return false;
    }
    for (int i = 0, label = start; i < rowSize; i += WIDTH, label++) {
      if (row[i] != keys.get(label)
          || row[i + 1] != texts.get(label)
          || row[i + 2] != numbers.get(label)
          || row[i + 3] != units.get(label)) {
        return false;
      }
    }
    return true;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int set = 0; set < starts.size() - 1; set++) {
      int start = starts.get(set);
      int length = (starts.get(set + 1) - start) * WIDTH;
      long[] stored = new long[length];
      for (int i = 0, label = start; i < length; i += WIDTH, label++) {
        stored[i] = keys.get(label);
        stored[i + 1] = texts.get(label);
        stored[i + 2] = numbers.get(label);
        stored[i + 3] = units.get(label);
      }
      int slot = slot(hash(stored, length));
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = set + 1;
    }
  }

  private long hash(long[] labels, int length) {
    long hash = seed;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ labels[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private int slot(long hash) {
    return (int) (hash >>> 32) & (slots.length - 1);
  }
}
