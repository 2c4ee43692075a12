package dev.heapline.pprof.report;

import dev.heapline.pprof.Label;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.ValueType;
import dev.heapline.pprof.filter.InvalidFilterException;
import dev.heapline.pprof.filter.Outcome;
import dev.heapline.pprof.filter.TagFrames;
import dev.heapline.pprof.filter.TagUnits;
import dev.heapline.pprof.graph.GoPath;
import dev.heapline.pprof.graph.GraphBuilder;
import dev.heapline.pprof.graph.NodeRule;
import dev.heapline.pprof.graph.TrimmedGraph;
import dev.heapline.pprof.measure.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A profile made ready for one view.
 *
 * @param view the view
 * @param options what was asked for
 * @param profile what the filters left
 * @param type the sample type shown
 * @param total what percentages are of: the sum of the samples' values without their signs, before
 *     filtering unless that is asked for; of the base alone where its samples are marked
 * @param tagUnits the units of numeric labels
 * @param idle the filters that met nothing
 */
public record Report(
    View view,
    ViewOptions options,
    Profile profile,
    int type,
    long total,
    TagUnits tagUnits,
    List<String> idle) {
  /** Copies the list. */
  public Report {
    idle = List.copyOf(idle);
  }

  /**
   * {@return the report on a profile}
   *
   * @throws ViewException if there is no such sample type
   * @throws InvalidFilterException if a filter is no expression
   */
  public static Report of(View view, Profile profile, ViewOptions options)
      throws ViewException, InvalidFilterException {
    TagUnits units = TagUnits.of(profile);
    Outcome framed = TagFrames.add(profile, options.tagRoot(), options.tagLeaf(), options.unit());
    int type = type(profile, options.sampleIndex());
    Outcome filtered = options.filters().apply(framed.profile(), units);
    var idle = new ArrayList<>(framed.idle());
    idle.addAll(filtered.idle());
    Profile counted = options.relative() ? filtered.profile() : framed.profile();
    long total = total(counted, type, options.mean());
    return new Report(view, options, filtered.profile(), type, total, units, idle);
  }

  private static int type(Profile profile, String selector) throws ViewException {
    OptionalInt type = profile.sampleType(selector);
    if (type.isEmpty()) {
      throw new ViewException(
          "sample index: expected one of %s or a number below %d, found %s"
              .formatted(
                  profile.sampleTypes().stream()
                      .map(ValueType::type)
                      .collect(Collectors.joining(", ")),
                  profile.sampleTypes().size(),
                  selector));
    }
    return type.getAsInt();
  }

  private static long total(Profile profile, int type, boolean mean) {
    Samples samples = profile.samples();
    boolean[] isBase = new boolean[samples.labelSets()];
    for (int set = 0; set < isBase.length; set++) {
      isBase[set] = samples.labelsOf(set).contains(new Label.Text("pprof::base", "true"));
    }
    long sum = 0;
    long divisor = 0;
    long baseSum = 0;
    long baseDivisor = 0;
    for (int sample = 0; sample < samples.size(); sample++) {
      long value = Math.abs(samples.value(sample, type));
      long by = mean ? samples.value(sample, 0) : 0;
      sum += value;
      divisor += by;
      if (isBase[samples.labelSet(sample)]) {
        baseSum += value;
        baseDivisor += by;
      }
    }
    long total = baseSum > 0 ? baseSum : sum;
    long by = baseSum > 0 ? baseDivisor : divisor;
    return by == 0 ? total : total / by;
  }

  /** {@return the name and the unit of the values shown} */
  public ValueType valueType() {
    ValueType shown = profile.sampleTypes().get(type);
    return options.mean() ? new ValueType("mean_" + shown.type(), shown.unit()) : shown;
  }

  /** {@return which frames are one row} */
  NodeRule nodeRule() {
    return new NodeRule(
        options.granularity(view), options.inlines(), options.columns(), view == View.LIST);
  }

  /** {@return the call graph as far as it is worth showing} */
  TrimmedGraph graph() {
    Optional<Integer> divisor = options.mean() ? Optional.of(0) : Optional.empty();
    return TrimmedGraph.of(
        new GraphBuilder(profile, nodeRule(), type, divisor),
        options.trimming(view),
        file -> GoPath.trim(file, options.trimPath(), options.sourcePath()));
  }

  /** {@return the words for values in the unit that was asked for} */
  Wording wording() {
    return new Wording(this, options.unit());
  }

  /** {@return a value after the division that was asked for} */
  long divided(long value) {
    double ratio = 1 / options.divideBy();
    return ratio > 0 && ratio != 1 ? (long) (value * ratio) : value;
  }

  String format(long value, String unit) {
    return Measurement.label(divided(value), profile.sampleTypes().get(type).unit(), unit);
  }
}
