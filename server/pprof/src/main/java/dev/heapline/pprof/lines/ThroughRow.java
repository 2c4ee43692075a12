package dev.heapline.pprof.lines;

import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Whether a sample's stack passes through a row. Belongs to one thread. */
final class ThroughRow implements IntPredicate {
  private final Samples samples;
  private final int[] stack;

  /** By location: whether the row is among its frames. */
  private final boolean[] hasRow;

  ThroughRow(Profile profile, FrameGroups groups, int row) {
    samples = profile.samples();
    stack = new int[samples.maxDepth()];
    hasRow = new boolean[profile.locations().size()];
    Frames frames = profile.frames();
    for (int frame = 0; frame < frames.size(); frame++) {
      if (groups.of(frame) == row) {
        hasRow[frames.location(frame)] = true;
      }
    }
  }

  @Override
  public boolean test(int sample) {
    int depth = samples.copyStack(sample, stack);
    for (int i = 0; i < depth; i++) {
      if (hasRow[stack[i]]) {
        return true;
      }
    }
    return false;
  }

  /** The samples whose stacks pass through the row, in their order. */
  IntStream samples() {
    return IntStream.range(0, samples.size()).filter(this);
  }
}
