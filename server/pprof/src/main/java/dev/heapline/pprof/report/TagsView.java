package dev.heapline.pprof.report;

import dev.heapline.pprof.Label;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.measure.Measurement;
import dev.heapline.pprof.measure.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code tags}: a block per key of labels, a row per value.
 *
 * @param report what it is a view of
 * @param blocks the blocks, by key
 */
public record TagsView(Report report, List<Block> blocks) {
  /**
   * A key.
   *
   * @param key the key
   * @param total the sum of its rows
   * @param rows its values, heaviest first
   */
  public record Block(String key, long total, List<Row> rows) {}

  /**
   * A value of a label.
   *
   * @param tag the value
   * @param value the sum of the samples that have it
   */
  public record Row(String tag, long value) {}

  /** {@return the view of a report} */
  public static TagsView of(Report report) {
    Map<String, Map<String, Long>> sums = new HashMap<>();
    Samples samples = report.profile().samples();
    long[] bySet = new long[samples.labelSets()];
    boolean[] occurs = new boolean[bySet.length];
    for (int sample = 0; sample < samples.size(); sample++) {
      bySet[samples.labelSet(sample)] += samples.value(sample, report.type());
      occurs[samples.labelSet(sample)] = true;
    }
    for (int set = 0; set < bySet.length; set++) {
      if (occurs[set]) {
        for (Label label : samples.labelsOf(set)) {
          sums.computeIfAbsent(label.key(), _ -> new HashMap<>())
              .merge(value(report, label), bySet[set], Long::sum);
        }
      }
    }
    return new TagsView(
        report,
        sums.entrySet().stream()
            .map(entry -> block(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Block::key, Text::compare))
            .toList());
  }

  private static String value(Report report, Label label) {
    return switch (label) {
      case Label.Text text -> text.value();
      case Label.Numeric number ->
          Measurement.label(
              number.value(), report.tagUnits().unit(number.key()), report.options().unit());
    };
  }

  private static Block block(String key, Map<String, Long> sums) {
    return new Block(
        key,
        sums.values().stream().mapToLong(Long::longValue).sum(),
        sums.entrySet().stream()
            .map(entry -> new Row(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.<Row>comparingLong(row -> -Math.abs(row.value))
                    .thenComparing(Row::tag, Text::compare))
            .toList());
  }

  /** Prints it as pprof does: columns to the right, each as wide as a block needs. */
  public void print(PrintWriter out) {
    for (Block block : blocks) {
      print(out, block);
    }
  }

  private void print(PrintWriter out, Block block) {
    Wording wording = report.wording();
    long total = report.total();
    int width = block.key.codePointCount(0, block.key.length()) + 2;
    out.print(Text.right(block.key + ":", width));
    out.print(" Total " + wording.value(block.total) + " of " + wording.value(total));
    out.print(total > 0 ? " (" + wording.share(block.total) + ")\n" : "\n");
    var values = new ArrayList<String>();
    for (Row row : block.rows) {
      String share = total > 0 ? " (" + wording.share(row.value) + ")" : "";
      values.add(wording.value(row.value) + share + ":");
    }
    int widest =
        values.stream().mapToInt(value -> value.codePointCount(0, value.length())).max().orElse(0);
    for (int i = 0; i < values.size(); i++) {
      out.print(" ".repeat(width) + Text.right(values.get(i), widest + 1));
      out.print(" " + block.rows.get(i).tag + "\n");
    }
    out.print("\n");
  }
}
