package dev.heapline.pprof.merge;

import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.SamplesBuilder;
import java.util.Arrays;

/** Multiplies the values of a profile. */
public final class Scaling {
  private Scaling() {}

  /** {@return the profile with all values multiplied by the same number} */
  public static Profile by(Profile profile, double ratio) {
    double[] ratios = new double[profile.sampleTypes().size()];
    Arrays.fill(ratios, ratio);
    return by(profile, ratios);
  }

  /**
   * {@return the profile with the values multiplied, each type by its own ratio}
   *
   * <p>Samples go of which nothing is left. As in pprof, a value whose ratio is 1 does not keep its
   * sample alive, unless all ratios are 1.
   */
  public static Profile by(Profile profile, double[] ratios) {
    if (Arrays.stream(ratios).allMatch(ratio -> ratio == 1)) {
      return profile;
    }
    Samples samples = profile.samples();
    var scaled = SamplesBuilder.withLabelsOf(samples, ratios.length);
    int[] stack = new int[samples.maxDepth()];
    long[] row = new long[ratios.length];
    for (int sample = 0; sample < samples.size(); sample++) {
      boolean kept = false;
      for (int type = 0; type < ratios.length; type++) {
        row[type] = samples.value(sample, type);
        if (ratios[type] != 1) {
          row[type] = round(row[type] * ratios[type]);
          kept |= row[type] != 0;
        }
      }
      if (kept) {
        int depth = samples.copyStack(sample, stack);
        scaled.add(row, stack, 0, depth, samples.labelSet(sample));
      }
    }
    return profile.toBuilder().samples(scaled).build();
  }

  /**
   * {@return the profile scaled so that each of its types sums up to what it does in the base; to
   * nothing where the profile's own sum is 0}
   */
  static Profile toSumsOf(Profile base, Profile profile) {
    double[] ratios = new double[profile.sampleTypes().size()];
    for (int type = 0; type < ratios.length; type++) {
      long sum = profile.samples().sum(type);
      ratios[type] = sum == 0 ? 0 : (double) base.samples().sum(type) / (double) sum;
    }
    return by(profile, ratios);
  }

  /** Halves go away from zero. */
  private static long round(double value) {
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    return (long) (Math.abs(value - whole) >= 0.5 ? whole + Math.signum(value) : whole);
  }
}
