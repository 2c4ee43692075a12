package dev.heapline.pprof.lines;

import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import java.util.Arrays;

/**
 * The two numbers of pprof for each group of frames. Flat: the samples whose leaf is in the group.
 * Cumulative: the samples that have the group anywhere in their stack, each counted once however
 * often it recurs. Sums of integers, each with its sign.
 */
final class FlatAndCumulative {
  private final int types;
  private final long[] flat;
  private final long[] cumulative;

  private FlatAndCumulative(int types, int groups) {
    this.types = types;
    this.flat = new long[Math.multiplyExact(types, groups)];
    this.cumulative = new long[types * groups];
  }

  static FlatAndCumulative of(Profile profile, FrameGroups groups) {
    var result = new FlatAndCumulative(profile.sampleTypes().size(), groups.size());
    result.addAll(profile, groups);
    return result;
  }

  private void addAll(Profile profile, FrameGroups groups) {
    Samples samples = profile.samples();
    var walk = new StackWalk(profile);
    int[] lastSample = new int[groups.size()];
    Arrays.fill(lastSample, -1);
    long[] values = new long[types];
    for (int sample = 0; sample < samples.size(); sample++) {
      for (int type = 0; type < types; type++) {
        values[type] = samples.value(sample, type);
      }
      walk.moveTo(sample);
      for (int i = 0; i < walk.size(); i++) {
        int group = groups.of(walk.frame(i));
        if (group == FrameGroups.NONE) {
          continue;
        }
        if (i == 0) {
          add(flat, group, values);
        }
        if (lastSample[group] != sample) {
          lastSample[group] = sample;
          add(cumulative, group, values);
        }
      }
    }
  }

  private void add(long[] sums, int group, long[] values) {
    int at = group * types;
    for (long value : values) {
      sums[at++] += value;
    }
  }

  long flat(int group, int type) {
    return flat[group * types + type];
  }

  long cumulative(int group, int type) {
    return cumulative[group * types + type];
  }
}
