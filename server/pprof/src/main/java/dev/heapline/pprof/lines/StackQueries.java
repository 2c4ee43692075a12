package dev.heapline.pprof.lines;

import dev.heapline.pprof.FrameCursor;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Questions about the stacks that pass through one row, each answered by a walk over the samples.
 */
final class StackQueries {
  private final Profile profile;
  private final Samples samples;
  private final FrameGroups groups;
  private final int row;

  StackQueries(Profile profile, FrameGroups groups, int row) {
    this.profile = profile;
    this.samples = profile.samples();
    this.groups = groups;
    this.row = row;
  }

  private IntStream stacks() {
    return new ThroughRow(profile, groups, row).samples();
  }

  Shares leaves(int type) {
    Sums leaves = newSums();
    stacks()
        .forEach(
            sample -> {
              int leaf = groups.of(profile.locations().firstFrame(samples.location(sample, 0)));
              if (leaf != FrameGroups.NONE) {
                leaves.add(leaf, sample);
              }
            });
    return Shares.of(leaves, IntStream.range(0, leaves.size()), type);
  }

  Shares callers(int type) {
    Sums callers = newSums();
    int[] lastSample = new int[groups.size()];
    Arrays.fill(lastSample, -1);
    FrameCursor frames = profile.frameCursor();
    stacks()
        .forEach(
            sample -> {
              int callee = FrameGroups.NONE;
              for (frames.moveTo(sample); frames.next(); ) {
                int caller = groups.of(frames.frame());
                if (callee == row
                    && caller != row
                    && caller != FrameGroups.NONE
                    && lastSample[caller] != sample) {
                  lastSample[caller] = sample;
                  callers.add(caller, sample);
                }
                callee = caller;
              }
            });
    return Shares.of(callers, IntStream.range(0, callers.size()), type);
  }

  List<Stack> largest(int type, int limit) {
    var totals = new HashMap<StackKey, long[]>();
    stacks()
        .filter(sample -> samples.value(sample, type) != 0)
        .forEach(
            sample ->
                totals.computeIfAbsent(new StackKey(samples, sample), _ -> new long[1])[0] +=
                    samples.value(sample, type));
    var stacks = new ArrayList<Stack>(totals.size());
    totals.forEach((stack, total) -> stacks.add(new Stack(stack.sample, total[0])));
    stacks.sort(
        Comparator.comparingLong((Stack stack) -> -Shares.magnitude(stack.value()))
            .thenComparingInt(Stack::sample));
    return List.copyOf(stacks.subList(0, Math.min(limit, stacks.size())));
  }

  private Sums newSums() {
    return new Sums(samples, profile.sampleTypes().size());
  }

  /** A sample's stack as a key: equal where the locations are. */
  private static final class StackKey {
    private final Samples samples;
    private final int sample;
    private final int hash;

    StackKey(Samples samples, int sample) {
      this.samples = samples;
      this.sample = sample;
      int code = 1;
      for (int i = 0; i < samples.depth(sample); i++) {
        code = 31 * code + samples.location(sample, i);
      }
      this.hash = code;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof StackKey that)
          || hash != that.hash
          || samples.depth(sample) != samples.depth(that.sample)) {
        return false;
      }
      for (int i = 0; i < samples.depth(sample); i++) {
        if (samples.location(sample, i) != samples.location(that.sample, i)) {
          return false;
        }
      }
      return true;
    }
  }
}
