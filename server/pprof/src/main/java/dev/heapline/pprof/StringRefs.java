package dev.heapline.pprof;

import dev.heapline.base.MalformedInputException;
import java.io.IOException;
import java.util.Arrays;

/**
 * The string table while it is read, and the references into it. Go writes the table last, so
 * references are only checked at the end: it is enough to know the highest.
 */
final class StringRefs {
  private final WireReader wire;
  private final int limit;
  private String[] strings = new String[64];
  private int size;
  private int highest;
  private int highestAt;

  StringRefs(WireReader wire, int limit) {
    this.wire = wire;
    this.limit = limit;
  }

  /** Reads a string of the table. */
  void read() throws IOException {
    int at = wire.offset();
    if (size == limit) {
      throw wire.malformed(at, "at most " + limit + " strings");
    }
    String string = wire.string();
    if (size == 0 && !string.isEmpty()) {
      throw wire.malformed(at, "an empty string as the first of the string table");
    }
    if (size == strings.length) {
      strings = Arrays.copyOf(strings, size * 2);
    }
    strings[size++] = string;
  }

  /** Whether a string was read yet. */
  boolean isBegun() {
    return size > 0;
  }

  /** Reads a reference to a string. */
  int readReference() throws IOException {
    return check(wire.varint(), wire.offset());
  }

  /** Takes note of a reference that was read before. */
  int check(long reference, int offset) throws MalformedInputException {
    if (reference < 0 || reference > Integer.MAX_VALUE) {
      throw wire.malformed(offset, "an index into the string table, found " + reference);
    }
    if (reference > highest) {
      highest = (int) reference;
      highestAt = offset;
    }
    return (int) reference;
  }

  /** The whole table, with at least one entry, now that all references are known to be in it. */
  String[] resolve() throws MalformedInputException {
    if (highest != 0 && highest >= size) {
      throw wire.malformed(
          highestAt,
          size == 0
              ? "a string table at the end: the profile seems to be cut off"
              : "an index into the string table of %d strings, found %d".formatted(size, highest));
    }
    return size == 0 ? new String[] {""} : Arrays.copyOf(strings, size);
  }
}
