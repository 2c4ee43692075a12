package dev.heapline.pprof;

/** The frames of a profile's locations: lines of functions, inlined ones among them. */
public final class Frames {
  /** The function of a frame about which only the address is known. */
  public static final int NO_FUNCTION = -1;

  private final IntColumn locations;
  private final IntColumn functions;
  private final IntColumn lines;
  private final IntColumn columns;

  Frames(IntColumn locations, IntColumn functions, IntColumn lines, IntColumn columns) {
    this.locations = locations;
    this.functions = functions;
    this.lines = lines;
    this.columns = columns;
  }

  /** {@return the number of frames} */
  public int size() {
    return functions.size();
  }

  /** {@return the location that the frame belongs to} */
  public int location(int frame) {
    return locations.get(frame);
  }

  /** {@return the function, or {@link #NO_FUNCTION}} */
  public int function(int frame) {
    return functions.get(frame);
  }

  /** {@return the line number from 1, or 0 where it is unknown} */
  public int line(int frame) {
    return lines.get(frame);
  }

  /** {@return the column from 1, or 0 where it is unknown, as it always is in Go's own profiles} */
  public int column(int frame) {
    return columns.get(frame);
  }

  /** {@return whether the frame's function was inlined into that of the next frame} */
  public boolean isInlined(int frame) {
    return frame + 1 < size() && locations.get(frame) == locations.get(frame + 1);
  }
}
