package dev.heapline.pprof.lines;

import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import java.util.Arrays;

/** The frames of one sample after the other, each stack flat in an array, leaf first. */
final class StackWalk {
  private final Samples samples;
  private final int[] firstFrames;
  private final int[] locations;
  private int[] frames = new int[64];
  private int depth;
  private int size;

  StackWalk(Profile profile) {
    samples = profile.samples();
    Locations all = profile.locations();
    firstFrames = new int[all.size() + 1];
    for (int location = 0; location < all.size(); location++) {
      firstFrames[location] = all.firstFrame(location);
      firstFrames[location + 1] = all.endFrame(location);
    }
    locations = new int[samples.maxDepth()];
  }

  void moveTo(int sample) {
    depth = samples.copyStack(sample, locations);
    flatten();
  }

  /** Moves to a sample if one of these locations is in its stack; else says false. */
  boolean moveToIfAny(int sample, boolean[] wanted) {
    depth = samples.copyStack(sample, locations);
    for (int i = 0; i < depth; i++) {
      if (wanted[locations[i]]) {
        flatten();
        return true;
      }
    }
    return false;
  }

  private void flatten() {
    size = 0;
    for (int i = 0; i < depth; i++) {
      int frame = firstFrames[locations[i]];
      int end = firstFrames[locations[i] + 1];
      if (size + end - frame > frames.length) {
        frames = Arrays.copyOf(frames, Math.max(frames.length * 2, size + end - frame));
      }
      while (frame < end) {
        frames[size++] = frame++;
      }
    }
  }

  /** How many frames the sample has. */
  int size() {
    return size;
  }

  /** A frame of the sample; 0 is the leaf. */
  int frame(int index) {
    return frames[index];
  }

  /** The locations in which a group of frames occurs, for {@link #moveToIfAny}. */
  static boolean[] locationsOf(Profile profile, FrameGroups groups, int group) {
    Frames frames = profile.frames();
    boolean[] locations = new boolean[profile.locations().size()];
    for (int frame = 0; frame < frames.size(); frame++) {
      if (groups.of(frame) == group) {
        locations[frames.location(frame)] = true;
      }
    }
    return locations;
  }
}
