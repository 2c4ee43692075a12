package dev.heapline.pprof.report;

import dev.heapline.pprof.filter.Filters;
import dev.heapline.pprof.graph.Granularity;
import dev.heapline.pprof.graph.Trimming;
import dev.heapline.pprof.measure.Measurement;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a person may ask of a view; pprof's options of the same names explain them.
 *
 * @param sampleIndex the sample type: its name, its number from 0, or an empty string for the
 *     default
 * @param mean whether values are divided by those of the first sample type
 * @param divideBy what all values are divided by, not 0
 * @param unit the unit of values, or {@code minimum} or {@code auto}
 * @param granularity what one row is, or empty for functions
 * @param inlines whether inlined functions count
 * @param columns whether columns are told apart
 * @param relative whether percentages are of what the filters leave
 * @param compact whether the lines about the profile are left out
 * @param filters the filters
 * @param tagRoot labels that become frames at the root
 * @param tagLeaf labels that become frames at the leaf
 * @param trim whether what is small is left out
 * @param trimming what is small; a negative number of nodes stands for the view's default
 * @param sourcePath where to search for source, or an empty string
 * @param trimPath what to cut off from names of files, or an empty string
 * @param zone the time zone of times
 */
public record ViewOptions(
    String sampleIndex,
    boolean mean,
    double divideBy,
    String unit,
    Optional<Granularity> granularity,
    boolean inlines,
    boolean columns,
    boolean relative,
    boolean compact,
    Filters filters,
    String tagRoot,
    String tagLeaf,
    boolean trim,
    Trimming trimming,
    String sourcePath,
    String trimPath,
    ZoneId zone) {
  private static final int MOST_TREE_NODES = 80;

  /** pprof's defaults. */
  public static final ViewOptions DEFAULT =
      new ViewOptions(
          "",
          false,
          1,
          Measurement.MINIMUM,
          Optional.empty(),
          true,
          false,
          false,
          false,
          Filters.NONE,
          "",
          "",
          true,
          new Trimming(-1, 0.005, 0.001, false, false),
          "",
          "",
          ZoneId.of("UTC"));

  Trimming trimming(View view) {
    boolean trims = trim && view != View.PEEK && view != View.LIST && view != View.RAW;
    if (!trims) {
      return trimming.off();
    }
    int byDefault = view == View.TOP ? 0 : MOST_TREE_NODES;
    return new Trimming(
        trimming.nodeCount() == -1 ? byDefault : trimming.nodeCount(),
        trimming.nodeFraction(),
        trimming.edgeFraction(),
        trimming.dropsNegative(),
        trimming.byCumulative());
  }

  Granularity granularity(View view) {
    return switch (view) {
      case LIST -> Granularity.LINES;
      case RAW -> Granularity.ADDRESSES;
      default -> granularity.orElse(Granularity.FUNCTIONS);
    };
  }
}
