package dev.heapline.pprof;

import dev.heapline.base.MalformedInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes a {@code Profile} message: one pass over the bytes, then references are resolved. */
final class ProfileDecoder {
  /** What is wrong with two profiles in one file. */
  static final String CONCATENATED =
      "one profile, found a second behind it: profiles cannot be concatenated, as their ids would"
          + " mix; `go tool pprof -proto A B` merges them";

  private static final int SAMPLE_TYPE = 1 << 3 | 2;
  private static final int SAMPLE = 2 << 3 | 2;
  private static final int MAPPING = 3 << 3 | 2;
  private static final int LOCATION = 4 << 3 | 2;
  private static final int FUNCTION = 5 << 3 | 2;
  private static final int STRING = 6 << 3 | 2;
  private static final int DROP_FRAMES = 7 << 3;
  private static final int KEEP_FRAMES = 8 << 3;
  private static final int TIME_NANOS = 9 << 3;
  private static final int DURATION_NANOS = 10 << 3;
  private static final int PERIOD_TYPE = 11 << 3 | 2;
  private static final int PERIOD = 12 << 3;
  private static final int COMMENT = 13 << 3;
  private static final int COMMENTS = 13 << 3 | 2;
  private static final int DEFAULT_SAMPLE_TYPE = 14 << 3;
  private static final int DOCUMENTATION_URL = 15 << 3;
  private static final int HIGHEST_FIELD = 15;

  private static final int TYPE = 1 << 3;
  private static final int UNIT = 2 << 3;
  private static final int HIGHEST_VALUE_TYPE_FIELD = 2;

  private static final int MAX_SAMPLE_TYPES = 64;

  /** How many sums a table by line may have: lines of locations times sample types. */
  private static final long MAX_SUMS = 1 << 26;

  private final String name;
  private final ReadLimits limits;
  private final WireReader wire;
  private final StringRefs strings;
  private final MappingDecoder mappings;
  private final FunctionDecoder functions;
  private final LocationDecoder locations;
  private final LabelDecoder labels;
  private final SampleDecoder samples;

  private final List<TypeRef> sampleTypes = new ArrayList<>();
  private final IntColumn comments = new IntColumn();
  private TypeRef periodType = new TypeRef(0, 0);
  private int dropFrames;
  private int keepFrames;
  private int defaultSampleType;
  private int documentationUrl;
  private long timeNanos;
  private long durationNanos;
  private long period;

  ProfileDecoder(String name, WireReader wire, ReadLimits limits) {
    this.name = name;
    this.limits = limits;
    this.wire = wire;
    strings = new StringRefs(wire, limits.strings());
    mappings = new MappingDecoder(wire, strings, limits);
    functions = new FunctionDecoder(wire, strings, limits);
    locations = new LocationDecoder(wire, strings, mappings.ids, functions.ids, limits);
    labels = new LabelDecoder(wire, strings, limits);
    samples = new SampleDecoder(wire, locations.ids, labels, limits);
  }

  Profile decode() throws IOException {
    for (int tag; (tag = wire.tag()) != 0; ) {
      switch (tag) {
        case SAMPLE -> samples.read();
        case LOCATION -> locations.read();
        case FUNCTION -> functions.read();
        case MAPPING -> mappings.read();
        case STRING -> strings.read();
        default -> readOther(tag);
      }
    }
    return build();
  }

  private void readOther(int tag) throws IOException {
    switch (tag) {
      case SAMPLE_TYPE -> readSampleType();
      case DROP_FRAMES -> dropFrames = strings.readReference();
      case KEEP_FRAMES -> keepFrames = strings.readReference();
      case TIME_NANOS -> readTime();
      case DURATION_NANOS -> durationNanos = wire.varint();
      case PERIOD_TYPE -> periodType = readValueType("period type");
      case PERIOD -> period = wire.varint();
      case COMMENT -> readComment();
      case COMMENTS -> {
        int list = wire.enterList();
        while (wire.more()) {
          readComment();
        }
        wire.leaveList(list);
      }
      case DEFAULT_SAMPLE_TYPE -> defaultSampleType = strings.readReference();
      case DOCUMENTATION_URL -> documentationUrl = strings.readReference();
      default -> wire.skip(tag, HIGHEST_FIELD);
    }
  }

  private void readSampleType() throws IOException {
    int at = wire.offset();
    if (sampleTypes.size() == MAX_SAMPLE_TYPES) {
      throw wire.malformed(at, "at most " + MAX_SAMPLE_TYPES + " sample types");
    }
    sampleTypes.add(readValueType("sample type"));
  }

  private TypeRef readValueType(String message) throws IOException {
    int outer = wire.enter(message);
    int type = 0;
    int unit = 0;
    for (int tag; (tag = wire.tag()) != 0; ) {
      switch (tag) {
        case TYPE -> type = strings.readReference();
        case UNIT -> unit = strings.readReference();
        default -> wire.skip(tag, HIGHEST_VALUE_TYPE_FIELD);
      }
    }
    wire.leave(outer);
    return new TypeRef(type, unit);
  }

  private void readTime() throws IOException {
    int at = wire.offset();
    if (timeNanos != 0) {
      throw wire.malformed(at, CONCATENATED);
    }
    timeNanos = wire.varint();
  }

  private void readComment() throws IOException {
    if (comments.size() == limits.entries()) {
      throw wire.malformed(wire.offset(), "at most " + limits.entries() + " comments");
    }
    comments.add(strings.readReference());
  }

  private Profile build() throws MalformedInputException {
    String[] table = strings.resolve();
    if (sampleTypes.isEmpty()) {
      throw wire.malformed(wire.offset(), "at least one sample type");
    }
    var commentTexts = new ArrayList<String>();
    for (int i = 0; i < comments.size(); i++) {
      commentTexts.add(table[comments.get(i)]);
    }
    var header =
        new Profile.Header(
            name,
            sampleTypes.stream().map(type -> type.resolve(table)).toList(),
            table[defaultSampleType],
            timeNanos,
            durationNanos,
            periodType.resolve(table),
            period,
            List.copyOf(commentTexts),
            table[dropFrames],
            table[keepFrames],
            table[documentationUrl]);
    Locations builtLocations = locations.build();
    Frames frames = locations.buildFrames();
    if ((long) frames.size() * sampleTypes.size() > MAX_SUMS) {
      throw wire.malformed(
          wire.offset(),
          "fewer lines or sample types: %d lines of locations with %d values each"
              .formatted(frames.size(), sampleTypes.size()));
    }
    return new Profile(
        header,
        samples.build(sampleTypes.size(), labels.build(table), builtLocations),
        builtLocations,
        frames,
        functions.build(table),
        mappings.build(table));
  }

  private record TypeRef(int type, int unit) {
    ValueType resolve(String[] table) {
      return new ValueType(table[type], table[unit]);
    }
  }
}
