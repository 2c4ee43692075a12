package dev.heapline.pprof.lines;

import dev.heapline.pprof.FrameCursor;
import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * On whose behalf memory is allocated: each stack is charged once, to its deepest line, seen from
 * the root, in one of the files that matter, such as those of a workspace. What a library allocates
 * is thus charged to the line that called the library.
 *
 * <p>A column beside the {@link LineCosts} that it was made from, with the same rows. Immutable.
 */
public final class LineCharges {
  /** In {@link #via}: the charged line is itself the leaf. */
  public static final int ITSELF = -1;

  /** In {@link #via}: the charged line called code about which only the address is known. */
  public static final int UNKNOWN = -2;

  private final LineCosts costs;
  private final FrameGroups groups;
  private final boolean[] fileMatters;
  private final int[] frameThatMatters;
  private final int types;
  private final long[] charged;
  private final long[] uncharged;

  /** By row and, in the lower half of the key, the function it went through. */
  private final Sums via;

  /** The numbers of {@link #via} in the lower halves, sorted by their rows in the upper. */
  private final long[] viaByRow;

  LineCharges(LineCosts costs, FrameGroups groups, Predicate<String> filesThatMatter) {
    this.costs = costs;
    this.groups = groups;
    Profile profile = costs.profile();
    types = profile.sampleTypes().size();
    fileMatters = new boolean[costs.files().size()];
    for (int file = 0; file < fileMatters.length; file++) {
      fileMatters[file] = filesThatMatter.test(costs.files().get(file));
    }
    frameThatMatters = framesThatMatter(profile, groups, fileMatters);
    charged = new long[types * groups.size()];
    uncharged = new long[types];
    via = new Sums(profile.samples(), types);
    chargeAll(profile);
    viaByRow =
        LongStream.range(0, via.size())
            .map(number -> via.key((int) number) >> 32 << 32 | number)
            .sorted()
            .toArray();
  }

  /** By location, the first of its frames that is in a file that matters, or -1. */
  private static int[] framesThatMatter(
      Profile profile, FrameGroups groups, boolean[] fileMatters) {
    Frames frames = profile.frames();
    int[] result = new int[profile.locations().size()];
    Arrays.fill(result, -1);
    for (int frame = frames.size() - 1; frame >= 0; frame--) {
      int row = groups.of(frame);
      if (row != FrameGroups.NONE && fileMatters[groups.key(row)]) {
        result[frames.location(frame)] = frame;
      }
    }
    return result;
  }

  private void chargeAll(Profile profile) {
    Samples samples = profile.samples();
    int[] stack = new int[samples.maxDepth()];
    for (int sample = 0; sample < samples.size(); sample++) {
      int depth = samples.copyStack(sample, stack);
      int at = deepestThatMatters(stack, depth);
      if (at == depth) {
        for (int type = 0; type < types; type++) {
          uncharged[type] += samples.value(sample, type);
        }
        continue;
      }
      int row = groups.of(frameThatMatters[stack[at]]);
      for (int type = 0; type < types; type++) {
        charged[row * types + type] += samples.value(sample, type);
      }
      via.add((long) row << 32 | (callee(profile, stack, at) & 0xffff_ffffL), sample);
    }
  }

  /** The place in a stack of the location that is charged, or the stack's depth. */
  private int deepestThatMatters(int[] stack, int depth) {
    int at = 0;
    while (at < depth && frameThatMatters[stack[at]] < 0) {
      at++;
    }
    return at;
  }

  /** The function that the charged frame called: inlined into the same location, or below it. */
  private int callee(Profile profile, int[] stack, int at) {
    Locations locations = profile.locations();
    int frame = frameThatMatters[stack[at]];
    int calleeFrame;
    if (frame > locations.firstFrame(stack[at])) {
      calleeFrame = frame - 1;
    } else if (at > 0) {
      calleeFrame = locations.endFrame(stack[at - 1]) - 1;
    } else {
      return ITSELF;
    }
    int function = profile.frames().function(calleeFrame);
    return function == Frames.NO_FUNCTION ? UNKNOWN : function;
  }

  /** {@return the costs whose rows these are} */
  public LineCosts costs() {
    return costs;
  }

  /** {@return whether a file is one of those that matter} */
  public boolean matters(int file) {
    return fileMatters[file];
  }

  /**
   * {@return what is charged to a line}
   *
   * @param row a row, from 0
   * @param type a sample type of the profile, from 0
   */
  public long charged(int row, int type) {
    return charged[row * types + type];
  }

  /** {@return the sum over the stacks that pass through no file that matters} */
  public long uncharged(int type) {
    return uncharged[type];
  }

  /**
   * {@return what is charged to a line, by what the line called} The keys are functions of the
   * profile: the callee of the charged line, for "via json.Unmarshal"; or {@link #ITSELF} or {@link
   * #UNKNOWN}.
   *
   * @param row a row, from 0
   * @param type the sample type to order by
   */
  public Shares via(int row, int type) {
    int first = insertionPoint((long) row << 32);
    int end = insertionPoint((long) (row + 1) << 32);
    return Shares.of(
        via, Arrays.stream(viaByRow, first, end).mapToInt(number -> (int) number), type);
  }

  private int insertionPoint(long key) {
    int found = Arrays.binarySearch(viaByRow, key);
    return found < 0 ? -found - 1 : found;
  }

  /**
   * {@return the lines that are charged for the stacks that have a line in them} The keys are rows.
   * This leads from a caller's line to the line of one's own code that allocates most beneath it.
   *
   * @param row a row, from 0
   * @param type the sample type to order by
   */
  public Shares chargedBelow(int row, int type) {
    Profile profile = costs.profile();
    Samples samples = profile.samples();
    var sums = new Sums(samples, types);
    int[] stack = new int[samples.maxDepth()];
    new ThroughRow(profile, groups, row)
        .samples()
        .forEach(
            sample -> {
              int depth = samples.copyStack(sample, stack);
              int at = deepestThatMatters(stack, depth);
              if (at < depth) {
                sums.add(groups.of(frameThatMatters[stack[at]]), sample);
              }
            });
    return Shares.of(sums, IntStream.range(0, sums.size()), type);
  }

  /**
   * {@return the nearest lines in files that matter, from which a line is reached} The keys are
   * rows. Each stack that has the given row in it counts for one: the first other line that matters
   * on the way from the row to the root. So calls through libraries lead back to one's own code.
   *
   * @param row a row, from 0
   * @param type the sample type to order by
   */
  public Shares callersThatMatter(int row, int type) {
    Profile profile = costs.profile();
    var sums = new Sums(profile.samples(), types);
    FrameCursor frames = profile.frameCursor();
    new ThroughRow(profile, groups, row)
        .samples()
        .forEach(
            sample -> {
              int caller = callerThatMatters(frames.moveTo(sample), row);
              if (caller != FrameGroups.NONE) {
                sums.add(caller, sample);
              }
            });
    return Shares.of(sums, IntStream.range(0, sums.size()), type);
  }

  private int callerThatMatters(FrameCursor frames, int row) {
    boolean passed = false;
    while (frames.next()) {
      int at = groups.of(frames.frame());
      if (at == row) {
        passed = true;
      } else if (passed && at != FrameGroups.NONE && fileMatters[groups.key(at)]) {
        return at;
      }
    }
    return FrameGroups.NONE;
  }

  /**
   * {@return the rows that are charged most, the largest absolute value first; none that is charged
   * nothing}
   *
   * @param type the sample type whose values count
   * @param limit how many rows to return at most
   */
  public int[] hottest(int type, int limit) {
    return IntStream.range(0, groups.size())
        .filter(row -> charged(row, type) != 0)
        .boxed()
        .sorted(Comparator.comparingLong((Integer row) -> -Shares.magnitude(charged(row, type))))
        .limit(limit)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
