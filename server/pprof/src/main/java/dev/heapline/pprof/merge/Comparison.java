package dev.heapline.pprof.merge;

import com.google.re2j.PatternSyntaxException;
import dev.heapline.pprof.Label;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.SamplesBuilder;
import dev.heapline.pprof.filter.Pruning;
import java.util.ArrayList;
import java.util.List;

/**
 * The profile that a person means by naming several: their sum, less that of others.
 *
 * @param sources the profiles to add, at least one
 * @param bases the profiles to take off, or none
 * @param marksBase whether samples of the base are labelled, so that they cancel nothing by
 *     themselves, and totals are those of the base ({@code -diff_base} against {@code -base})
 * @param normalizes whether the sum is first scaled to the base's
 * @param allFrames whether frames are kept that the profile says to leave out
 * @param simplifiesNames whether names of functions are shortened as pprof does it
 * @param program the program's file to assume, or an empty string
 * @param buildId the build id to assume where the profile has none, or an empty string
 * @param comment a remark to add, or an empty string
 */
public record Comparison(
    List<Profile> sources,
    List<Profile> bases,
    boolean marksBase,
    boolean normalizes,
    boolean allFrames,
    boolean simplifiesNames,
    String program,
    String buildId,
    String comment) {
  /** The label of the samples of a base, and its value. */
  public static final Label.Text BASE = new Label.Text("pprof::base", "true");

  /** {@return the comparison of one profile with nothing} */
  public static Comparison of(Profile profile) {
    return new Comparison(List.of(profile), List.of(), false, false, false, true, "", "", "");
  }

  /**
   * {@return the one profile}
   *
   * @throws IncompatibleProfilesException if they count different things
   */
  public Profile profile() throws IncompatibleProfilesException {
    Profile result = sum(sources);
    if (!bases.isEmpty()) {
      Profile base = sum(bases);
      if (marksBase) {
        base = marked(base);
      }
      if (normalizes) {
        Compatible.check(result, base);
        result = Scaling.toSumsOf(base, result);
      }
      result = combine(List.of(result, Scaling.by(base, -1)));
    }
    if (simplifiesNames) {
      result = FunctionNames.simplify(result);
    }
    if (!allFrames) {
      result = withoutUninteresting(result);
    }
    if (!comment.isEmpty()) {
      var comments = new ArrayList<>(result.comments());
      comments.add(comment);
      result = result.toBuilder().remarks(comments, result.documentationUrl()).build();
    }
    return result;
  }

  private Profile sum(List<Profile> profiles) throws IncompatibleProfilesException {
    return combine(
        profiles.stream().map(profile -> Mappings.complete(profile, program, buildId)).toList());
  }

  private static Profile combine(List<Profile> profiles) throws IncompatibleProfilesException {
    List<Profile> compatible = Compatible.of(profiles);
    return compatible.size() == 1 ? compatible.getFirst() : ProfileMerger.merge(compatible);
  }

  private static Profile withoutUninteresting(Profile profile) {
    try {
      return Pruning.drop(profile, profile.dropFrames(), profile.keepFrames());
    } catch (PatternSyntaxException _) {
      // pprof goes on as well when the profile's own expressions are no good.
      return profile;
    }
  }

  private static Profile marked(Profile profile) {
    Samples samples = profile.samples();
    var marked = new SamplesBuilder(samples.types());
    int[] sets = new int[samples.labelSets()];
    for (int set = 0; set < sets.length; set++) {
      var labels = new ArrayList<>(samples.labelsOf(set));
      labels.removeIf(label -> label instanceof Label.Text && label.key().equals(BASE.key()));
      labels.add(BASE);
      sets[set] = marked.labelSet(labels);
    }
    int[] stack = new int[samples.maxDepth()];
    long[] row = new long[samples.types()];
    for (int sample = 0; sample < samples.size(); sample++) {
      for (int type = 0; type < row.length; type++) {
        row[type] = samples.value(sample, type);
      }
      int depth = samples.copyStack(sample, stack);
      marked.add(row, stack, 0, depth, sets[samples.labelSet(sample)]);
    }
    return profile.toBuilder().samples(marked).build();
  }
}
