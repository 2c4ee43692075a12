package dev.heapline.pprof;

/**
 * Walks the frames of one sample from the leaf to the root, inlined ones in their places. One
 * cursor serves any number of samples, one after the other; it belongs to one thread.
 */
public final class FrameCursor {
  private final Profile profile;
  private int sample;
  private int depth;
  private int index;
  private int location;
  private int frame;
  private int endFrame;

  FrameCursor(Profile profile) {
    this.profile = profile;
  }

  /**
   * Goes to the place before the leaf frame of a sample.
   *
   * @return this cursor
   */
  public FrameCursor moveTo(int sample) {
    this.sample = sample;
    depth = profile.samples().depth(sample);
    index = 0;
    frame = 0;
    endFrame = 0;
    return this;
  }

  /** {@return whether there was a next frame; if so, the cursor is on it} */
  public boolean next() {
    if (frame + 1 < endFrame) {
      frame++;
      return true;
    }
    if (index == depth) {
      return false;
    }
    location = profile.samples().location(sample, index++);
    frame = profile.locations().firstFrame(location);
    endFrame = profile.locations().endFrame(location);
    return true;
  }

  /** {@return the frame that the cursor is on} */
  public int frame() {
    return frame;
  }

  /** {@return the frame's location} */
  public int location() {
    return location;
  }

  /** {@return whether the frame's function was inlined into that of the next frame} */
  public boolean isInlined() {
    return frame + 1 < endFrame;
  }

  /** {@return the frame's function, or {@link Frames#NO_FUNCTION}} */
  public int function() {
    return profile.frames().function(frame);
  }

  /** {@return the line number from 1, or 0 where it is unknown} */
  public int line() {
    return profile.frames().line(frame);
  }

  /** {@return the name of the function, or an empty string} */
  public String functionName() {
    int function = function();
    return function == Frames.NO_FUNCTION ? "" : profile.functions().name(function);
  }

  /** {@return the name of the function's file, or an empty string} */
  public String fileName() {
    int function = function();
    return function == Frames.NO_FUNCTION ? "" : profile.functions().fileName(function);
  }
}
