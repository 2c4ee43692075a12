package dev.heapline.pprof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes {@code Mapping} messages. */
final class MappingDecoder {
  private static final int ID = 1 << 3;
  private static final int MEMORY_START = 2 << 3;
  private static final int MEMORY_LIMIT = 3 << 3;
  private static final int FILE_OFFSET = 4 << 3;
  private static final int FILE_NAME = 5 << 3;
  private static final int BUILD_ID = 6 << 3;
  private static final int HAS_FUNCTIONS = 7 << 3;
  private static final int HAS_FILE_NAMES = 8 << 3;
  private static final int HAS_LINE_NUMBERS = 9 << 3;
  private static final int HAS_INLINE_FRAMES = 10 << 3;
  private static final int HIGHEST_FIELD = 10;

  private final WireReader wire;
  private final StringRefs strings;
  final IdTable ids;
  private final List<Pending> pending = new ArrayList<>();

  MappingDecoder(WireReader wire, StringRefs strings, ReadLimits limits) {
    this.wire = wire;
    this.strings = strings;
    this.ids = new IdTable(wire, strings, "mapping", limits.entries());
  }

  void read() throws IOException {
    int at = wire.offset();
    int outer = wire.enter("mapping");
    long id = 0;
    long start = 0;
    long limit = 0;
    long offset = 0;
    int file = 0;
    int buildId = 0;
    boolean functions = false;
    boolean fileNames = false;
    boolean lineNumbers = false;
    boolean inlineFrames = false;
    for (int tag; (tag = wire.tag()) != 0; ) {
      switch (tag) {
        case ID -> id = wire.varint();
        case MEMORY_START -> start = wire.varint();
        case MEMORY_LIMIT -> limit = wire.varint();
        case FILE_OFFSET -> offset = wire.varint();
        case FILE_NAME -> file = strings.readReference();
        case BUILD_ID -> buildId = strings.readReference();
        case HAS_FUNCTIONS -> functions = wire.varint() != 0;
        case HAS_FILE_NAMES -> fileNames = wire.varint() != 0;
        case HAS_LINE_NUMBERS -> lineNumbers = wire.varint() != 0;
        case HAS_INLINE_FRAMES -> inlineFrames = wire.varint() != 0;
        default -> wire.skip(tag, HIGHEST_FIELD);
      }
    }
    wire.leave(outer);
    ids.define(id, pending.size(), at);
    // The names come when the string table is known.
    pending.add(
        new Pending(
            new Mapping(
                id, start, limit, offset, "", "", functions, fileNames, lineNumbers, inlineFrames),
            file,
            buildId));
  }

  List<Mapping> build(String[] table) {
    return pending.stream()
        .map(one -> one.mapping.named(table[one.file], table[one.buildId]))
        .toList();
  }

  private record Pending(Mapping mapping, int file, int buildId) {}
}
