package dev.heapline.pprof;

import java.util.List;

/** The samples of a profile: for each its values, its stack and its labels. */
public final class Samples {
  private final LongColumn[] values;
  private final IntColumn starts;
  private final IntColumn stacks;
  private final IntColumn labelSets;
  private final LabelSets labels;
  private final int maxDepth;

  Samples(
      LongColumn[] values,
      IntColumn starts,
      IntColumn stacks,
      IntColumn labelSets,
      LabelSets labels,
      int maxDepth) {
    this.values = values;
    this.starts = starts;
    this.stacks = stacks;
    this.labelSets = labelSets;
    this.labels = labels;
    this.maxDepth = maxDepth;
  }

  /** {@return the number of samples} */
  public int size() {
    return labelSets.size();
  }

  /**
   * {@return the value of a sample} It may be negative in a profile that is a difference.
   *
   * @param sample a sample, from 0
   * @param type a sample type, from 0; {@link Profile#sampleTypes} gives its unit
   */
  public long value(int sample, int type) {
    return values[type].get(sample);
  }

  /** {@return the number of locations in a sample's stack, from 0 up} */
  public int depth(int sample) {
    return starts.get(sample + 1) - starts.get(sample);
  }

  /** {@return the largest depth of all samples} */
  public int maxDepth() {
    return maxDepth;
  }

  /**
   * {@return a location of a sample's stack}
   *
   * @param sample a sample, from 0
   * @param index 0 for the leaf, up to {@link #depth} - 1 for the root
   */
  public int location(int sample, int index) {
    return stacks.get(starts.get(sample) + index);
  }

  /**
   * Copies the stack of a sample: the fast way to walk over many.
   *
   * @param sample a sample, from 0
   * @param locations takes the locations, leaf first; as long as {@link #maxDepth}
   * @return the sample's depth
   */
  public int copyStack(int sample, int[] locations) {
    int start = starts.get(sample);
    int depth = starts.get(sample + 1) - start;
    stacks.copy(start, depth, locations);
    return depth;
  }

  /** {@return a sample's labels in the order of the file} */
  public List<Label> labels(int sample) {
    return labels.labels(labelSets.get(sample));
  }

  /**
   * {@return the number of a sample's set of labels} Samples with the same labels in the same order
   * have the same number.
   */
  public int labelSet(int sample) {
    return labelSets.get(sample);
  }

  /** {@return one more than the highest {@link #labelSet}} */
  public int labelSets() {
    return labels.size();
  }

  /** {@return the labels of a set, in the order of the file} */
  public List<Label> labelsOf(int labelSet) {
    return labels.labels(labelSet);
  }

  /** {@return the number of sample types} */
  public int types() {
    return values.length;
  }

  LabelSets labelTable() {
    return labels;
  }

  /**
   * {@return the sum of the samples' values, each with its sign}
   *
   * @param type a sample type, from 0
   */
  public long sum(int type) {
    long sum = 0;
    for (int sample = 0; sample < size(); sample++) {
      sum += values[type].get(sample);
    }
    return sum;
  }
}
