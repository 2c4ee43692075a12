package dev.heapline.pprof;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.heapline.base.MalformedInputException;
import java.io.IOException;

/**
 * The wire format of protobuf as far as profiles use it, and the one place that says where in the
 * input a fault lies.
 *
 * <p>Fields of a message may come in any order; repeated numbers are packed or not, or both. Fields
 * with unknown numbers are skipped; a known field of the wrong wire type is a fault, as are groups.
 */
final class WireReader {
  private final CodedInputStream in;
  private final String file;

  /** The names of the messages that the next byte is in, outermost first. */
  private final String[] messages = new String[3];

  private int nesting;

  WireReader(CodedInputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** The offset of the next byte, after decompression. */
  int offset() {
    return in.getTotalBytesRead();
  }

  /** The tag of the next field, or 0 at the end of the message. */
  int tag() throws IOException {
    return in.readTag();
  }

  /** Enters a nested message: reads its length. The result is for {@link #leave}. */
  int enter(String name) throws IOException {
    messages[nesting++] = name;
    return enterList();
  }

  /** Leaves a nested message after its last field. */
  void leave(int outer) throws MalformedInputException {
    // At the end of the input the last message seems to end too, though it is longer.
    if (in.getBytesUntilLimit() > 0) {
      throw cutOff();
    }
    nesting--;
    in.popLimit(outer);
  }

  /** Enters a packed list: reads its length. The result is for {@link #leaveList}. */
  int enterList() throws IOException {
    return in.pushLimit(in.readRawVarint32());
  }

  void leaveList(int outer) {
    in.popLimit(outer);
  }

  /** Whether the packed list goes on. */
  boolean more() {
    return in.getBytesUntilLimit() > 0;
  }

  long varint() throws IOException {
    return in.readRawVarint64();
  }

  /** A varint that fits an int: a line number or an index. */
  int number(String name) throws IOException {
    int at = offset();
    long value = in.readRawVarint64();
    if (value != (int) value) {
      throw malformed(at, "a " + name + " of at most 31 bits, found " + value);
    }
    return (int) value;
  }

  String string() throws IOException {
    return in.readString();
  }

  /** Skips a field that the message's definition does not have. */
  void skip(int tag, int highestKnownField) throws IOException {
    int field = WireFormat.getTagFieldNumber(tag);
    int type = WireFormat.getTagWireType(tag);
    if (field <= highestKnownField) {
      throw malformed(offset(), "field " + field + " with another wire type than " + type);
    }
    if (type > WireFormat.WIRETYPE_LENGTH_DELIMITED && type != WireFormat.WIRETYPE_FIXED32) {
      throw malformed(offset(), "a field of wire type 0, 1, 2 or 5, found " + type);
    }
    in.skipField(tag);
  }

  MalformedInputException malformed(int offset, String expected) {
    String where = nesting == 0 ? "" : " (in a " + messages[nesting - 1] + ")";
    return new MalformedInputException(file, offset, expected + where);
  }

  /** What the protobuf library found wrong, as our own error. */
  MalformedInputException malformed(InvalidProtocolBufferException fault) {
    String found = fault.getMessage() == null ? "" : fault.getMessage();
    // Its messages are paragraphs; they differ in the first words.
    if (found.contains("ended unexpectedly") || found.contains("truncated")) {
      return cutOff();
    }
    if (found.contains("malformed varint")) {
      return malformed(offset(), "a number of at most ten bytes");
    }
    if (found.contains("negative size")) {
      return malformed(offset(), "a length that is not negative");
    }
    return malformed(offset(), "a valid protobuf field");
  }

  private MalformedInputException cutOff() {
    return malformed(offset(), "more bytes than there are: the input is cut off or damaged");
  }
}
