package dev.heapline.pprof;

import dev.heapline.base.MalformedInputException;
import java.io.IOException;
import java.util.Arrays;

/** Decodes {@code Sample} messages into columns. Nearly all of a profile's bytes pass here. */
final class SampleDecoder {
  private static final int LOCATION_ID = 1 << 3;
  private static final int LOCATION_IDS = 1 << 3 | 2;
  private static final int VALUE = 2 << 3;
  private static final int VALUES = 2 << 3 | 2;
  private static final int LABEL = 3 << 3 | 2;
  private static final int HIGHEST_FIELD = 3;

  private final WireReader wire;
  private final IdTable locationIds;
  private final LabelDecoder labels;
  private final ReadLimits limits;
  private final int frameLimit;

  /** The stacks, as numbers of location ids until {@link #build}. */
  private final IntColumn stacks = new IntColumn();

  private final IntColumn starts = new IntColumn();
  private final IntColumn labelSets = new IntColumn();

  /** One per sample type; how many those are is known from the first sample on. */
  private LongColumn[] values = {};

  private int firstSampleAt;
  private int maxDepth;

  /** The values of the sample at hand. */
  private long[] row = new long[8];

  private int rowSize;

  SampleDecoder(WireReader wire, IdTable locationIds, LabelDecoder labels, ReadLimits limits) {
    this.wire = wire;
    this.locationIds = locationIds;
    this.labels = labels;
    this.limits = limits;
    this.frameLimit = (int) Math.min(limits.frames(), Integer.MAX_VALUE - 1);
  }

  void read() throws IOException {
    int at = wire.offset();
    if (labelSets.size() == limits.samples()) {
      throw wire.malformed(at, "at most " + limits.samples() + " samples");
    }
    int outer = wire.enter("sample");
    int start = stacks.size();
    int bound = (int) Math.min((long) start + limits.depth(), frameLimit);
    starts.add(start);
    rowSize = 0;
    labels.begin();
    for (int tag; (tag = wire.tag()) != 0; ) {
      switch (tag) {
        case LOCATION_ID -> readLocation(bound);
        case LOCATION_IDS -> {
          int list = wire.enterList();
          while (wire.more()) {
            readLocation(bound);
          }
          wire.leaveList(list);
        }
        case VALUE -> readValue();
        case VALUES -> {
          int list = wire.enterList();
          while (wire.more()) {
            readValue();
          }
          wire.leaveList(list);
        }
        case LABEL -> labels.read();
        default -> wire.skip(tag, HIGHEST_FIELD);
      }
    }
    wire.leave(outer);
    maxDepth = Math.max(maxDepth, stacks.size() - start);
    addValues(at);
    labelSets.add(labels.end());
  }

  private void readLocation(int bound) throws IOException {
    if (stacks.size() == bound) {
      throw bound == frameLimit
          ? wire.malformed(wire.offset(), "at most " + frameLimit + " frames in all stacks")
          : wire.malformed(wire.offset(), "at most " + limits.depth() + " locations in a stack");
    }
    stacks.add(locationIds.number(wire.varint()));
  }

  private void readValue() throws IOException {
    if (rowSize == row.length) {
      row = Arrays.copyOf(row, rowSize * 2);
    }
    row[rowSize++] = wire.varint();
  }

  private void addValues(int at) throws MalformedInputException {
    if (labelSets.size() == 0) {
      firstSampleAt = at;
      values = new LongColumn[rowSize];
      Arrays.setAll(values, _ -> new LongColumn());
    } else if (rowSize != values.length) {
      throw wire.malformed(
          at, "as many values as the first has, %d, found %d".formatted(values.length, rowSize));
    }
    for (int type = 0; type < rowSize; type++) {
      values[type].add(row[type]);
    }
  }

  /** The samples, now that all locations and sample types are known. */
  Samples build(int sampleTypes, LabelSets labelSets, Locations locations)
      throws MalformedInputException {
    if (this.labelSets.size() == 0) {
      values = new LongColumn[sampleTypes];
      Arrays.setAll(values, _ -> new LongColumn());
    } else if (values.length != sampleTypes) {
      throw wire.malformed(
          firstSampleAt,
          "a value for each sample type, %d, found %d".formatted(sampleTypes, values.length));
    }
    starts.add(stacks.size());
    locationIds.resolveAll(stacks);
    checkFrames(locations);
    starts.trim();
    stacks.trim();
    this.labelSets.trim();
    for (LongColumn column : values) {
      column.trim();
    }
    return new Samples(values, starts, stacks, this.labelSets, labelSets, maxDepth);
  }

  /** Refuses what would take too long to walk: few bytes can describe very many inlined frames. */
  private void checkFrames(Locations locations) throws MalformedInputException {
    int[] frames = new int[locations.size()];
    int most = 0;
    for (int location = 0; location < frames.length; location++) {
      frames[location] = locations.endFrame(location) - locations.firstFrame(location);
      most = Math.max(most, frames[location]);
    }
    if ((long) stacks.size() * most <= limits.frames()) {
      return;
    }
    long total = 0;
    for (int i = 0; i < stacks.size(); i++) {
      total += frames[stacks.get(i)];
    }
    if (total > limits.frames()) {
      throw wire.malformed(
          firstSampleAt,
          "at most %d frames in all stacks, found %d".formatted(limits.frames(), total));
    }
  }
}
