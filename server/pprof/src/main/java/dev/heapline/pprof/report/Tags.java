package dev.heapline.pprof.report;

import dev.heapline.pprof.Label;
import dev.heapline.pprof.measure.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A set of labels by key, keys in Go's order.
 *
 * @param texts the values of text
 * @param numbers the numbers
 */
record Tags(TreeMap<String, List<String>> texts, TreeMap<String, List<Label.Numeric>> numbers) {
  static Tags of(List<Label> labels) {
    var texts = new TreeMap<String, List<String>>(Text::compare);
    var numbers = new TreeMap<String, List<Label.Numeric>>(Text::compare);
    for (Label label : labels) {
      switch (label) {
        case Label.Text text ->
            texts.computeIfAbsent(text.key(), _ -> new ArrayList<>()).add(text.value());
        case Label.Numeric number ->
            numbers.computeIfAbsent(number.key(), _ -> new ArrayList<>()).add(number);
      }
    }
    return new Tags(texts, numbers);
  }
}
