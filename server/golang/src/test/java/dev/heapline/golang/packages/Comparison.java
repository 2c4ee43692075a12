package dev.heapline.golang.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Two listings field by field. */
final class Comparison {
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();

  static Comparison of(Listing go, Listing ours) {
    var comparison = new Comparison();
    comparison.counts.put("ImportPath", new int[2]);
    Listing.FIELDS.forEach(field -> comparison.counts.put(field, new int[2]));
    var paths = new TreeSet<>(go.packages().keySet());
    paths.addAll(ours.packages().keySet());
    for (String path : paths) {
      var theirs = go.packages().get(path);
      var own = ours.packages().get(path);
      if (theirs == null || own == null) {
        comparison.count("ImportPath", false);
        comparison.differences.add(
            path + ": only " + (theirs == null ? "we list it" : "go lists it"));
        continue;
      }
      comparison.count("ImportPath", true);
      for (String field : Listing.FIELDS) {
        boolean equal = theirs.getOrDefault(field, "").equals(own.getOrDefault(field, ""));
        comparison.count(field, equal);
        if (!equal) {
          comparison.differences.add(
              "%s %s:\n  go   %s\n  ours %s"
                  .formatted(path, field, theirs.get(field), own.get(field)));
        }
      }
    }
    return comparison;
  }

  private void count(String field, boolean equal) {
    int[] count = counts.getOrDefault(field, new int[2]);
    count[0] += equal ? 1 : 0;
    count[1]++;
  }

  List<String> differences() {
    return differences;
  }

  /** {@return equal and total per field, on one line} */
  String summary() {
    var text = new StringBuilder();
    counts.forEach(
        (field, count) -> text.append("%s %d/%d  ".formatted(field, count[0], count[1])));
    return text.toString().strip();
  }
}
