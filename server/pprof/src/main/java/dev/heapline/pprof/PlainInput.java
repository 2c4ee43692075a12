package dev.heapline.pprof;

import dev.heapline.base.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The decompressed bytes on their way to the decoder: counted, bounded, the first ones kept. */
final class PlainInput extends InputStream {
  private final InputStream in;
  private final String file;
  private final long limit;
  private final byte[] head = new byte[ContentHint.LENGTH];
  private int headLength;
  private long count;

  PlainInput(InputStream in, String file, long limit) {
    this.in = in;
    this.file = file;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    if (read > 0) {
      int kept = Math.min(read, head.length - headLength);
      System.arraycopy(into, offset, head, headLength, kept);
      headLength += kept;
      count += read;
      if (count > limit) {
        throw new MalformedInputException(
            file, limit, "the end: a profile may have at most " + limit + " bytes decompressed");
      }
    }
    return read;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** {@return what the content looks like by its first bytes} */
  Optional<ContentHint> hint() {
    return ContentHint.of(head, headLength);
  }
}
