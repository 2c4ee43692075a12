package dev.heapline.pprof;

import dev.heapline.base.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of a gzip file (RFC 1952): that of all its members, one after the other.
 *
 * <p>The JDK's own reader ends quietly at whatever follows a member; here, as in Go, bytes that are
 * no further member are a fault, and every fault says where in the file it lies.
 */
final class GzipInput extends InputStream {
  private static final int FLAG_HEADER_CHECKSUM = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int RESERVED_FLAGS = 0xe0;
  private static final int DEFLATE = 8;

  private final InputStream in;
  private final String file;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();

  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;

  /** The offset in the file of the byte behind the buffer. */
  private long bufferEnd;

  private long inflated;
  private long memberSize;
  private boolean inMember;
  private boolean ended;

  /**
   * @param in the file, from its first byte
   * @param file its name for messages
   */
  GzipInput(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (length > 0 && !ended) {
      if (!inMember) {
        beginMember();
        continue;
      }
      int count = inflate(into, offset, length);
      if (count > 0) {
        checksum.update(into, offset, count);
        memberSize += count;
        inflated += count;
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw malformed("deflate data that needs no dictionary");
      } else {
        feed();
      }
    }
    return length == 0 ? 0 : -1;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int inflate(byte[] into, int offset, int length) throws MalformedInputException {
    try {
      return inflater.inflate(into, offset, length);
    } catch (DataFormatException _) {
      throw malformed("valid deflate data: the file is damaged");
    }
  }

  private void feed() throws IOException {
    if (position == end && !fill()) {
      throw cutOff();
    }
    inflater.setInput(buffer, position, end - position);
    position = end;
  }

  private void beginMember() throws IOException {
    if (position == end && !fill()) {
      ended = true;
      return;
    }
    long start = fileOffset();
    if (next() != 0x1f || next() != 0x8b) {
      throw new MalformedInputException(
          file, start, "the end of the file or another gzip member behind the first");
    }
    if (next() != DEFLATE) {
      throw malformed("a gzip file compressed by deflate");
    }
    int flags = next();
    if ((flags & RESERVED_FLAGS) != 0) {
      throw malformed("a gzip header without unknown flags");
    }
    skip(6);
    if ((flags & FLAG_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText();
    }
    if ((flags & FLAG_HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    checksum.reset();
    memberSize = 0;
    inMember = true;
  }

  private void endMember() throws IOException {
    position = end - inflater.getRemaining();
    inflater.setInput(new byte[0]);
    long start = fileOffset();
    if (nextInt() != (int) checksum.getValue() || nextInt() != (int) memberSize) {
      throw new MalformedInputException(
          file, start, "the checksum and size of the content: the file is damaged");
    }
    inMember = false;
  }

  private int nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private int next() throws IOException {
    if (position == end && !fill()) {
      throw cutOff();
    }
    return buffer[position++] & 0xff;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // The name or comment ends with a zero.
    }
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    position = 0;
    end = Math.max(count, 0);
    bufferEnd += end;
    return end > 0;
  }

  private long fileOffset() {
    return bufferEnd - (end - position);
  }

  private MalformedInputException malformed(String expected) {
    return new MalformedInputException(
        file, fileOffset() - inflater.getRemaining(), expected + " (in the compressed file)");
  }

  private MalformedInputException cutOff() {
    return new MalformedInputException(
        file,
        fileOffset(),
        "more gzip data, found the end of the file: it is cut off, perhaps by an interrupted"
            + " download or while it was still being written (%d bytes could be decompressed)"
                .formatted(inflated));
  }
}
