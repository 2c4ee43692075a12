package dev.heapline.pprof;

import dev.heapline.base.MalformedInputException;
import java.io.IOException;
import java.util.BitSet;

/** Decodes {@code Location} messages and the {@code Line}s in them into columns. */
final class LocationDecoder {
  private static final int ID = 1 << 3;
  private static final int MAPPING_ID = 2 << 3;
  private static final int ADDRESS = 3 << 3;
  private static final int LINE = 4 << 3 | 2;
  private static final int IS_FOLDED = 5 << 3;
  private static final int HIGHEST_LOCATION_FIELD = 5;

  private static final int FUNCTION_ID = 1 << 3;
  private static final int LINE_NUMBER = 2 << 3;
  private static final int COLUMN = 3 << 3;
  private static final int HIGHEST_LINE_FIELD = 3;

  private static final int MAX_LINES = 1 << 26;

  private final WireReader wire;
  private final IdTable mappingIds;
  private final IdTable functionIds;
  private final ReadLimits limits;
  final IdTable ids;

  private final LongColumn idColumn = new LongColumn();
  private final LongColumn addresses = new LongColumn();
  private final IntColumn mappings = new IntColumn();
  private final IntColumn firstFrames = new IntColumn();
  private final BitSet folded = new BitSet();

  private final IntColumn frameLocations = new IntColumn();
  private final IntColumn frameFunctions = new IntColumn();
  private final IntColumn lines = new IntColumn();
  private final IntColumn columns = new IntColumn();

  LocationDecoder(
      WireReader wire,
      StringRefs strings,
      IdTable mappingIds,
      IdTable functionIds,
      ReadLimits limits) {
    this.wire = wire;
    this.mappingIds = mappingIds;
    this.functionIds = functionIds;
    this.limits = limits;
    this.ids = new IdTable(wire, strings, "location", limits.entries());
  }

  void read() throws IOException {
    int start = wire.offset();
    int outer = wire.enter("location");
    int location = idColumn.size();
    int firstFrame = lines.size();
    long id = 0;
    long address = 0;
    int mapping = Locations.NO_MAPPING;
    for (int tag; (tag = wire.tag()) != 0; ) {
      switch (tag) {
        case ID -> id = wire.varint();
        case MAPPING_ID -> mapping = mappingNumber(wire.varint());
        case ADDRESS -> address = wire.varint();
        case LINE -> readLine(location, firstFrame);
        case IS_FOLDED -> folded.set(location, wire.varint() != 0);
        default -> wire.skip(tag, HIGHEST_LOCATION_FIELD);
      }
    }
    wire.leave(outer);
    if (lines.size() == firstFrame) {
      addFrame(location, Frames.NO_FUNCTION, 0, 0);
    }
    ids.define(id, location, start);
    idColumn.add(id);
    addresses.add(address);
    mappings.add(mapping);
    firstFrames.add(firstFrame);
  }

  private int mappingNumber(long id) throws MalformedInputException {
    return id == 0 ? Locations.NO_MAPPING : mappingIds.number(id);
  }

  private void readLine(int location, int firstFrame) throws IOException {
    int start = wire.offset();
    if (lines.size() - firstFrame >= limits.depth()) {
      throw wire.malformed(start, "at most " + limits.depth() + " lines in a location");
    }
    if (lines.size() == MAX_LINES) {
      throw wire.malformed(start, "at most " + MAX_LINES + " lines in all locations");
    }
    int outer = wire.enter("line of a location");
    long function = 0;
    int line = 0;
    int column = 0;
    for (int tag; (tag = wire.tag()) != 0; ) {
      switch (tag) {
        case FUNCTION_ID -> function = wire.varint();
        case LINE_NUMBER -> line = wire.number("line number");
        case COLUMN -> column = wire.number("column");
        default -> wire.skip(tag, HIGHEST_LINE_FIELD);
      }
    }
    wire.leave(outer);
    addFrame(location, functionIds.number(function), line, column);
  }

  private void addFrame(int location, int function, int line, int column) {
    frameLocations.add(location);
    frameFunctions.add(function);
    lines.add(line);
    columns.add(column);
  }

  /** The locations, now that all mappings are known. One that the file lacks is no mapping. */
  Locations build() {
    firstFrames.add(lines.size());
    for (int location = 0; location < mappings.size(); location++) {
      int number = mappings.get(location);
      if (number != Locations.NO_MAPPING) {
        int mapping = mappingIds.resolve(number);
        mappings.set(location, mapping == IdTable.UNDEFINED ? Locations.NO_MAPPING : mapping);
      }
    }
    idColumn.trim();
    addresses.trim();
    mappings.trim();
    firstFrames.trim();
    return new Locations(idColumn, addresses, mappings, firstFrames, folded);
  }

  /** The frames, now that all functions are known. */
  Frames buildFrames() throws MalformedInputException {
    functionIds.resolveAll(frameFunctions);
    frameLocations.trim();
    frameFunctions.trim();
    lines.trim();
    columns.trim();
    return new Frames(frameLocations, frameFunctions, lines, columns);
  }
}
