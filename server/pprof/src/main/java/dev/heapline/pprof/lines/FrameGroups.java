package dev.heapline.pprof.lines;

import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Functions;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.source.SourcePath;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Which frames are one thing to somebody who counts: a group becomes a row of the result. Groups
 * are numbered by their keys' order, and those of one key by line.
 */
final class FrameGroups {
  /** The group of a frame that does not count. */
  static final int NONE = -1;

  private final String[] keys;

  /** By group: the number of its key in the upper half, its line in the lower. */
  private final long[] groups;

  private final int[] groupOfFrame;

  private FrameGroups(String[] keys, long[] groups, int[] groupOfFrame) {
    this.keys = keys;
    this.groups = groups;
    this.groupOfFrame = groupOfFrame;
  }

  /**
   * A group per line of a file, whatever functions are on it; the keys are the files' names, in
   * their shortest form. Frames without a file are in no group.
   */
  static FrameGroups byLine(Profile profile) {
    Functions functions = profile.functions();
    return by(profile, "", function -> SourcePath.clean(functions.fileName(function)));
  }

  /**
   * A group per function and line, as pprof's {@code -lines}; the keys are file, 0, name. Frames
   * without a function are one group.
   */
  static FrameGroups byFunctionAndLine(Profile profile) {
    Functions functions = profile.functions();
    return by(
        profile,
        "\0",
        function ->
            SourcePath.clean(functions.fileName(function)) + "\0" + functions.name(function));
  }

  private static FrameGroups by(
      Profile profile, String keyOfNone, IntFunction<String> keyOfFunction) {
    // The last is for frames without a function.
    String[] keyOf = new String[profile.functions().size() + 1];
    Arrays.setAll(
        keyOf, function -> function < keyOf.length - 1 ? keyOfFunction.apply(function) : keyOfNone);
    String[] keys =
        Arrays.stream(keyOf)
            .filter(key -> !key.isEmpty())
            .distinct()
            .sorted()
            .toArray(String[]::new);
    int[] rankOf = new int[keyOf.length];
    Arrays.setAll(rankOf, function -> Arrays.binarySearch(keys, keyOf[function]));

    Frames frames = profile.frames();
    long[] groupKeys = new long[frames.size()];
    int counted = 0;
    for (int frame = 0; frame < groupKeys.length; frame++) {
      if (rank(frames, frame, rankOf) >= 0) {
        groupKeys[counted++] = groupKey(rank(frames, frame, rankOf), frames.line(frame));
      }
    }
    long[] groups = Arrays.stream(groupKeys, 0, counted).sorted().distinct().toArray();
    int[] groupOfFrame = new int[frames.size()];
    for (int frame = 0; frame < groupOfFrame.length; frame++) {
      int rank = rank(frames, frame, rankOf);
      groupOfFrame[frame] =
          rank < 0 ? NONE : Arrays.binarySearch(groups, groupKey(rank, frames.line(frame)));
    }
    return new FrameGroups(keys, groups, groupOfFrame);
  }

  private static int rank(Frames frames, int frame, int[] rankOf) {
    int function = frames.function(frame);
    return rankOf[function == Frames.NO_FUNCTION ? rankOf.length - 1 : function];
  }

  private static long groupKey(int rank, int line) {
    return (long) rank << 32 | (line & 0xffff_ffffL);
  }

  /** The number of groups. */
  int size() {
    return groups.length;
  }

  /** The group of a frame, or {@link #NONE}. */
  int of(int frame) {
    return groupOfFrame[frame];
  }

  /** The keys in their order. */
  String[] keys() {
    return keys;
  }

  /** A group's key, as an index into {@link #keys}. */
  int key(int group) {
    return (int) (groups[group] >>> 32);
  }

  int line(int group) {
    return (int) groups[group];
  }

  /** The first group of a key; for the number behind the last key, the number of groups. */
  int first(int key) {
    return insertionPoint(groupKey(key, 0));
  }

  /** The group of a key and a line, or {@link #NONE}. */
  int find(int key, int line) {
    int group = Arrays.binarySearch(groups, groupKey(key, line));
    return group < 0 ? NONE : group;
  }

  private int insertionPoint(long groupKey) {
    int found = Arrays.binarySearch(groups, groupKey);
    return found < 0 ? -found - 1 : found;
  }
}
