package dev.heapline.pprof;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a table of samples, in columns. */
public final class SamplesBuilder {
  private final LongColumn[] values;
  private final IntColumn starts = new IntColumn();
  private final IntColumn stacks = new IntColumn();
  private final IntColumn labelSets = new IntColumn();
  private final LabelSetsBuilder labels;
  private int maxDepth;

  /**
   * A table with label sets of its own.
   *
   * @param types how many values a sample has
   */
  public SamplesBuilder(int types) {
    this(types, new LabelSetsBuilder());
  }

  private SamplesBuilder(int types, LabelSetsBuilder labels) {
    this.values = new LongColumn[types];
    this.labels = labels;
    Arrays.setAll(values, _ -> new LongColumn());
  }

  /**
   * {@return a table whose label sets are those of another, under the same numbers, and new ones}
   *
   * @param types how many values a sample has
   */
  public static SamplesBuilder withLabelsOf(Samples samples, int types) {
    return new SamplesBuilder(types, new LabelSetsBuilder(samples.labelTable()));
  }

  /** {@return the number of the set of these labels} */
  public int labelSet(List<Label> set) {
    return labels.number(set);
  }

  /** {@return the number of samples so far} */
  public int size() {
    return labelSets.size();
  }

  /**
   * Adds a sample.
   *
   * @param row one value per sample type
   * @param stack holds the locations, leaf first, from {@code from} up to before {@code to}
   * @param labelSet the number of its labels' set
   */
  public void add(long[] row, int[] stack, int from, int to, int labelSet) {
    starts.add(stacks.size());
    for (int i = from; i < to; i++) {
      stacks.add(stack[i]);
    }
    maxDepth = Math.max(maxDepth, to - from);
    for (int type = 0; type < values.length; type++) {
      values[type].add(row[type]);
    }
    labelSets.add(labelSet);
  }

  Samples build() {
    starts.add(stacks.size());
    return new Samples(values, starts, stacks, labelSets, labels.build(), maxDepth);
  }

  /** Distinct sets of labels, numbered as they come. */
  private static final class LabelSetsBuilder {
    private final LabelSets known;
    private final Map<List<Label>, Integer> added = new HashMap<>();
    private final IntColumn starts = new IntColumn();
    private final IntColumn keys = new IntColumn();
    private final IntColumn texts = new IntColumn();
    private final LongColumn numbers = new LongColumn();
    private final IntColumn units = new IntColumn();
    private final StringTable strings = new StringTable();

    LabelSetsBuilder() {
      this(
          new LabelSets(
              zero(),
              new IntColumn(),
              new IntColumn(),
              new LongColumn(),
              new IntColumn(),
              new String[0]));
    }

    LabelSetsBuilder(LabelSets known) {
      this.known = known;
      starts.add(0);
      for (int set = 0; set < known.size(); set++) {
        append(known.labels(set));
      }
    }

    private static IntColumn zero() {
      var starts = new IntColumn();
      starts.add(0);
      return starts;
    }

    int number(List<Label> set) {
      return added.computeIfAbsent(List.copyOf(set), this::append);
    }

    private int append(List<Label> set) {
      for (Label label : set) {
        keys.add(strings.number(label.key()));
        switch (label) {
          case Label.Text text -> {
            texts.add(strings.number(text.value()));
            numbers.add(0);
            units.add(0);
          }
          case Label.Numeric numeric -> {
            texts.add(0);
            numbers.add(numeric.value());
            units.add(strings.number(numeric.unit()));
          }
        }
      }
      starts.add(keys.size());
      return starts.size() - 2;
    }

    LabelSets build() {
      return added.isEmpty()
          ? known
          : new LabelSets(starts, keys, texts, numbers, units, strings.strings());
    }
  }
}
