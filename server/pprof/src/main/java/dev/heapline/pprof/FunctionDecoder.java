package dev.heapline.pprof;

import java.io.IOException;

/** Decodes {@code Function} messages into columns. */
final class FunctionDecoder {
  private static final int ID = 1 << 3;
  private static final int NAME = 2 << 3;
  private static final int SYSTEM_NAME = 3 << 3;
  private static final int FILE_NAME = 4 << 3;
  private static final int START_LINE = 5 << 3;
  private static final int HIGHEST_FIELD = 5;

  private final WireReader wire;
  private final StringRefs strings;
  final IdTable ids;

  private final LongColumn idColumn = new LongColumn();
  private final IntColumn names = new IntColumn();
  private final IntColumn systemNames = new IntColumn();
  private final IntColumn files = new IntColumn();
  private final IntColumn startLines = new IntColumn();

  FunctionDecoder(WireReader wire, StringRefs strings, ReadLimits limits) {
    this.wire = wire;
    this.strings = strings;
    this.ids = new IdTable(wire, strings, "function", limits.entries());
  }

  void read() throws IOException {
    int start = wire.offset();
    int outer = wire.enter("function");
    long id = 0;
    int name = 0;
    int systemName = 0;
    int file = 0;
    int startLine = 0;
    for (int tag; (tag = wire.tag()) != 0; ) {
      switch (tag) {
        case ID -> id = wire.varint();
        case NAME -> name = strings.readReference();
        case SYSTEM_NAME -> systemName = strings.readReference();
        case FILE_NAME -> file = strings.readReference();
        case START_LINE -> startLine = wire.number("line number");
        default -> wire.skip(tag, HIGHEST_FIELD);
      }
    }
    wire.leave(outer);
    ids.define(id, idColumn.size(), start);
    idColumn.add(id);
    names.add(name);
    systemNames.add(systemName);
    files.add(file);
    startLines.add(startLine);
  }

  Functions build(String[] table) {
    idColumn.trim();
    names.trim();
    systemNames.trim();
    files.trim();
    startLines.trim();
    return new Functions(idColumn, names, systemNames, files, startLines, table);
  }
}
