package dev.heapline.pprof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The distinct sets of labels that samples carry. A heap profile of a million samples has as many
 * as it has sizes of objects: some hundreds.
 */
final class LabelSets {
  private final IntColumn starts;
  private final IntColumn keys;
  private final IntColumn texts;
  private final LongColumn numbers;
  private final IntColumn units;
  private final String[] strings;

  LabelSets(
      IntColumn starts,
      IntColumn keys,
      IntColumn texts,
      LongColumn numbers,
      IntColumn units,
      String[] strings) {
    this.starts = starts;
    this.keys = keys;
    this.texts = texts;
    this.numbers = numbers;
    this.units = units;
    this.strings = strings;
  }

  int size() {
    return starts.size() - 1;
  }

  List<Label> labels(int set) {
    int start = starts.get(set);
    int end = starts.get(set + 1);
    if (start == end) {
      return List.of();
    }
    var labels = new ArrayList<Label>(end - start);
    for (int i = start; i < end; i++) {
      labels.add(label(i));
    }
    return Collections.unmodifiableList(labels);
  }

  private Label label(int index) {
    String key = strings[keys.get(index)];
    int text = texts.get(index);
    return text != 0
        ? new Label.Text(key, strings[text])
        : new Label.Numeric(key, numbers.get(index), strings[units.get(index)]);
  }
}
