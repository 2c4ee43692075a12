package dev.heapline.pprof.lines;

import dev.heapline.pprof.Samples;
import java.util.Arrays;

/** Sums of samples' values, a row of all sample types per key. */
final class Sums {
  private final Samples samples;
  private final int types;
  private final KeyIndex keys = new KeyIndex();
  private long[] values;

  Sums(Samples samples, int types) {
    this.samples = samples;
    this.types = types;
    this.values = new long[16 * types];
  }

  void add(long key, int sample) {
    int at = keys.number(key) * types;
    if (at == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(at, 2));
    }
    for (int type = 0; type < types; type++) {
      values[at + type] += samples.value(sample, type);
    }
  }

  int size() {
    return keys.size();
  }

  long key(int number) {
    return keys.key(number);
  }

  long value(int number, int type) {
    return values[number * types + type];
  }
}
