package dev.heapline.pprof.filter;

import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.SamplesBuilder;

/** Copies samples, or leaves them out, or shortens their stacks. */
final class SamplePass {
  /** What becomes of one sample. */
  interface Step {
    /** Is told of the stack, which it may change, and answers what is left of it. */
    Part keep(int sample, int[] stack, int depth);
  }

  /** A part of a stack; a sample of which nothing is left may still be there. */
  record Part(int from, int to) {
    /** The sample goes. */
    static final Part NONE = new Part(0, -1);
  }

  private SamplePass() {}

  static SamplesBuilder over(Profile profile, Step step) {
    Samples samples = profile.samples();
    var kept = SamplesBuilder.withLabelsOf(samples, samples.types());
    int[] stack = new int[samples.maxDepth()];
    long[] row = new long[samples.types()];
    for (int sample = 0; sample < samples.size(); sample++) {
      Part part = step.keep(sample, stack, samples.copyStack(sample, stack));
      if (part.to >= part.from) {
        for (int type = 0; type < row.length; type++) {
          row[type] = samples.value(sample, type);
        }
        kept.add(row, stack, part.from, part.to, samples.labelSet(sample));
      }
    }
    return kept;
  }
}
