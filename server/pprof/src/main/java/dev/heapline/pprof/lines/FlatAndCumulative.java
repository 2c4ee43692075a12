package dev.heapline.pprof.lines;

import dev.heapline.pprof.Locations;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;

/**
 * The two numbers of pprof for each group of frames. Flat: the samples whose leaf is in the group.
 * Cumulative: the samples that have the group anywhere in their stack, each counted once however
 * often it recurs. Sums of integers, each with its sign.
 *
 * <p>Each frame of each sample is visited, tens of millions of times, in no order that a cache
 * could guess. So what a visit needs lies together: a group's row has the number of the last sample
 * that was added, and then the sums.
 */
final class FlatAndCumulative {
  /** In place of a group: the location has several frames. */
  private static final int SEVERAL = -2;

  private final int types;

  /** By group, a row: the last sample counted from 1, and the sums of the types. */
  private final long[] cumulative;

  private final long[] flat;

  private FlatAndCumulative(int types, int groups) {
    this.types = types;
    this.cumulative = new long[Math.multiplyExact(groups, types + 1)];
    this.flat = new long[groups * types];
  }

  static FlatAndCumulative of(Profile profile, FrameGroups groups) {
    var result = new FlatAndCumulative(profile.sampleTypes().size(), groups.size());
    result.addAll(profile, groups);
    return result;
  }

  private void addAll(Profile profile, FrameGroups groups) {
    Samples samples = profile.samples();
    Locations locations = profile.locations();
    int[] groupOfLocation = groupsOfLocations(locations, groups);
    int[] stack = new int[samples.maxDepth()];
    long[] values = new long[types];
    for (int sample = 0; sample < samples.size(); sample++) {
      int depth = samples.copyStack(sample, stack);
      if (depth == 0) {
        continue;
      }
      for (int type = 0; type < types; type++) {
        values[type] = samples.value(sample, type);
      }
      addFlat(groups.of(locations.firstFrame(stack[0])), values);
      for (int i = 0; i < depth; i++) {
        int group = groupOfLocation[stack[i]];
        if (group >= 0) {
          addCumulative(group, sample, values);
        } else if (group == SEVERAL) {
          addInlined(locations, stack[i], groups, sample, values);
        }
      }
    }
  }

  private static int[] groupsOfLocations(Locations locations, FrameGroups groups) {
    int[] result = new int[locations.size()];
    for (int location = 0; location < result.length; location++) {
      int first = locations.firstFrame(location);
      result[location] = locations.endFrame(location) - first == 1 ? groups.of(first) : SEVERAL;
    }
    return result;
  }

  private void addInlined(
      Locations locations, int location, FrameGroups groups, int sample, long[] values) {
    int end = locations.endFrame(location);
    for (int frame = locations.firstFrame(location); frame < end; frame++) {
      if (groups.of(frame) != FrameGroups.NONE) {
        addCumulative(groups.of(frame), sample, values);
      }
    }
  }

  private void addCumulative(int group, int sample, long[] values) {
    int at = group * (types + 1);
    if (cumulative[at] != sample + 1L) {
      cumulative[at] = sample + 1L;
      for (int type = 0; type < values.length; type++) {
        cumulative[at + 1 + type] += values[type];
      }
    }
  }

  private void addFlat(int group, long[] values) {
    if (group != FrameGroups.NONE) {
      for (int type = 0; type < values.length; type++) {
        flat[group * types + type] += values[type];
      }
    }
  }

  long flat(int group, int type) {
    return flat[group * types + type];
  }

  long cumulative(int group, int type) {
    return cumulative[group * (types + 1) + 1 + type];
  }
}
