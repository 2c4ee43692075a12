package dev.heapline.pprof;

import java.util.BitSet;

/**
 * The locations of a profile: the addresses in its stacks, and the frames found at each.
 *
 * <p>Every location has at least one {@linkplain Frames frame}: where its writer found none, that
 * frame has no function.
 */
public final class Locations {
  /** The mapping of a location that lies in none. */
  public static final int NO_MAPPING = -1;

  private final LongColumn ids;
  private final LongColumn addresses;
  private final IntColumn mappings;
  private final IntColumn firstFrames;
  private final BitSet folded;

  Locations(
      LongColumn ids,
      LongColumn addresses,
      IntColumn mappings,
      IntColumn firstFrames,
      BitSet folded) {
    this.ids = ids;
    this.addresses = addresses;
    this.mappings = mappings;
    this.firstFrames = firstFrames;
    this.folded = folded;
  }

  /** {@return the number of locations} */
  public int size() {
    return ids.size();
  }

  /** {@return the location's id in the file (unsigned), never 0} */
  public long id(int location) {
    return ids.get(location);
  }

  /**
   * {@return the address (unsigned)} Go writes the address of the call, which is one less than that
   * of the return; 0 where none is known.
   */
  public long address(int location) {
    return addresses.get(location);
  }

  /** {@return an index into {@link Profile#mappings}, or {@link #NO_MAPPING}} */
  public int mapping(int location) {
    return mappings.get(location);
  }

  /** {@return the innermost frame: what was inlined deepest at this address} */
  public int firstFrame(int location) {
    return firstFrames.get(location);
  }

  /**
   * {@return the first frame behind this location's} The frame before it is the outermost: the
   * function whose code holds the address.
   */
  public int endFrame(int location) {
    return firstFrames.get(location + 1);
  }

  /** {@return whether the linker folded several equal functions into the code at this address} */
  public boolean isFolded(int location) {
    return folded.get(location);
  }
}
