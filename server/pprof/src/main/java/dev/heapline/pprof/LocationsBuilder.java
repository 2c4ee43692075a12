package dev.heapline.pprof;

import java.util.BitSet;

/**
 * Makes a table of locations, and that of their frames. A location's frames are added right behind
 * it, innermost first; one without any gets the frame that has no function.
 */
public final class LocationsBuilder {
  private final LongColumn ids = new LongColumn();
  private final LongColumn addresses = new LongColumn();
  private final IntColumn mappings = new IntColumn();
  private final IntColumn firstFrames = new IntColumn();
  private final BitSet folded = new BitSet();
  private final IntColumn frameLocations = new IntColumn();
  private final IntColumn functions = new IntColumn();
  private final IntColumn lines = new IntColumn();
  private final IntColumn columns = new IntColumn();

  /**
   * Adds a location.
   *
   * @param id its id (unsigned), not 0 and its own
   * @param address its address (unsigned), or 0
   * @param mapping the number of its mapping, or {@link Locations#NO_MAPPING}
   * @param isFolded whether equal functions were folded there
   * @return its number
   */
  public int add(long id, long address, int mapping, boolean isFolded) {
    endLocation();
    ids.add(id);
    addresses.add(address);
    mappings.add(mapping);
    firstFrames.add(functions.size());
    folded.set(ids.size() - 1, isFolded);
    return ids.size() - 1;
  }

  /**
   * Adds a frame to the location that was added last.
   *
   * @param function the number of its function, or {@link Frames#NO_FUNCTION}
   * @param line its line from 1, or 0
   * @param column its column from 1, or 0
   */
  public void addFrame(int function, int line, int column) {
    frameLocations.add(ids.size() - 1);
    functions.add(function);
    lines.add(line);
    columns.add(column);
  }

  /**
   * Adds a location of a profile with some of its frames.
   *
   * @param from the first frame
   * @param to the first frame behind them
   */
  public void add(Profile profile, int location, int from, int to) {
    Locations table = profile.locations();
    add(
        table.id(location),
        table.address(location),
        table.mapping(location),
        table.isFolded(location));
    Frames frames = profile.frames();
    for (int frame = from; frame < to; frame++) {
      addFrame(frames.function(frame), frames.line(frame), frames.column(frame));
    }
  }

  /** {@return the number of locations so far} */
  public int size() {
    return ids.size();
  }

  private void endLocation() {
    if (ids.size() > 0 && firstFrames.get(ids.size() - 1) == functions.size()) {
      addFrame(Frames.NO_FUNCTION, 0, 0);
    }
  }

  Locations build() {
    endLocation();
    firstFrames.add(functions.size());
    return new Locations(ids, addresses, mappings, firstFrames, folded);
  }

  Frames buildFrames() {
    return new Frames(frameLocations, functions, lines, columns);
  }
}
