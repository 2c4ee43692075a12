package dev.heapline.pprof.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.heapline.pprof.Label;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.SamplesBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The filters that a person gave, each as it was written, or an empty string.
 *
 * @param focus samples stay that pass through what matches
 * @param ignore samples go that do
 * @param hide frames go that match
 * @param show frames stay that match
 * @param showFrom the callers go of the outermost frame that matches
 * @param tagFocus samples stay whose labels match
 * @param tagIgnore samples go whose labels match
 * @param tagShow labels stay whose key matches
 * @param tagHide labels go whose key matches
 * @param pruneFrom what the innermost frame that matches has called goes
 */
public record Filters(
    String focus,
    String ignore,
    String hide,
    String show,
    String showFrom,
    String tagFocus,
    String tagIgnore,
    String tagShow,
    String tagHide,
    String pruneFrom) {
  /** No filters. */
  public static final Filters NONE = new Filters("", "", "", "", "", "", "", "", "", "");

  /** {@return the filters that are named above a report: {@code focus=main}} */
  public List<String> active() {
    return Stream.of(
            entry("focus", focus),
            entry("ignore", ignore),
            entry("hide", hide),
            entry("show", show),
            entry("show_from", showFrom),
            entry("tagfocus", tagFocus),
            entry("tagignore", tagIgnore),
            entry("tagshow", tagShow),
            entry("taghide", tagHide))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String entry(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + value;
  }

  /**
   * Applies them, in pprof's order.
   *
   * @param units the units of the profile's numeric labels
   * @throws InvalidFilterException if one is no expression
   */
  public Outcome apply(Profile profile, TagUnits units) throws InvalidFilterException {
    Optional<Pattern> from = pattern("show_from", showFrom);
    Optional<Pattern> prune = pattern("prune_from", pruneFrom);
    Optional<Pattern> shownTags = pattern("tagshow", tagShow);
    Optional<Pattern> hiddenTags = pattern("taghide", tagHide);
    Optional<Predicate<List<Label>>> focusedTags =
        parse("tagfocus", tagFocus, text -> TagFilter.parse(text, units));
    Optional<Predicate<List<Label>>> ignoredTags =
        parse("tagignore", tagIgnore, text -> TagFilter.parse(text, units));
    Outcome outcome =
        new FrameFilter(
                pattern("focus", focus),
                pattern("ignore", ignore),
                pattern("hide", hide),
                pattern("show", show))
            .apply(profile);
    var idle = new ArrayList<>(outcome.idle());
    if (from.isPresent()) {
      outcome = Pruning.showFrom(outcome.profile(), from.get());
      idle.addAll(outcome.idle());
    }
    Profile filtered = byTag(outcome.profile(), focusedTags, ignoredTags, idle);
    filtered = withoutTags(filtered, shownTags, hiddenTags, idle);
    if (prune.isPresent()) {
      filtered = Pruning.from(filtered, prune.get());
    }
    return new Outcome(filtered, idle);
  }

  private static Optional<Pattern> pattern(String name, String text) throws InvalidFilterException {
    return parse(name, text, Pattern::compile);
  }

  private static <T> Optional<T> parse(String name, String text, Function<String, T> parser)
      throws InvalidFilterException {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
    } catch (PatternSyntaxException fault) {
      throw new InvalidFilterException(name, text, fault.getDescription());
    } catch (NumberFormatException _) {
      throw new InvalidFilterException(name, text, "number out of range");
    }
  }

  private static Profile byTag(
      Profile profile,
      Optional<Predicate<List<Label>>> focus,
      Optional<Predicate<List<Label>>> ignore,
      List<String> idle) {
    if (focus.isEmpty() && ignore.isEmpty()) {
      return profile;
    }
    Samples samples = profile.samples();
    var focused = sets(samples, focus.orElse(_ -> true));
    var ignored = sets(samples, ignore.orElse(_ -> false));
    var met = new BitSet();
    var samplesLeft =
        SamplePass.over(
            profile,
            (sample, _, depth) -> {
              int set = samples.labelSet(sample);
              met.set(set);
              return focused.get(set) && !ignored.get(set)
                  ? new SamplePass.Part(0, depth)
                  : SamplePass.Part.NONE;
            });
    if (focus.isPresent() && !focused.intersects(met)) {
      idle.add("TagFocus");
    }
    if (ignore.isPresent() && !ignored.intersects(met)) {
      idle.add("TagIgnore");
    }
    return profile.toBuilder().samples(samplesLeft).build();
  }

  private static BitSet sets(Samples samples, Predicate<List<Label>> test) {
    var matching = new BitSet();
    for (int set = 0; set < samples.labelSets(); set++) {
      matching.set(set, test.test(samples.labelsOf(set)));
    }
    return matching;
  }

  private static Profile withoutTags(
      Profile profile, Optional<Pattern> show, Optional<Pattern> hide, List<String> idle) {
    if (show.isEmpty() && hide.isEmpty()) {
      return profile;
    }
    Samples samples = profile.samples();
    var kept = new SamplesBuilder(samples.types());
    int[] stack = new int[samples.maxDepth()];
    long[] row = new long[samples.types()];
    boolean shown = false;
    boolean hidden = false;
    for (int sample = 0; sample < samples.size(); sample++) {
      var labels = new ArrayList<Label>();
      for (Label label : samples.labels(sample)) {
        boolean shows = show.isEmpty() || show.get().matcher(label.key()).find();
        boolean hides = hide.isPresent() && hide.get().matcher(label.key()).find();
        shown |= shows;
        hidden |= hides;
        if (shows && !hides) {
          labels.add(label);
        }
      }
      for (int type = 0; type < row.length; type++) {
        row[type] = samples.value(sample, type);
      }
      int depth = samples.copyStack(sample, stack);
      kept.add(row, stack, 0, depth, kept.labelSet(labels));
    }
    if (show.isPresent() && !shown) {
      idle.add("TagShow");
    }
    if (hide.isPresent() && !hidden) {
      idle.add("TagHide");
    }
    return profile.toBuilder().samples(kept).build();
  }
}
