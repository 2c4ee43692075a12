package dev.heapline.pprof;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.heapline.base.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Reads profiles in pprof's protobuf form, gzip or plain: which it is, is told by the content and
 * never by a name.
 *
 * <p>A reader has no state: it may be shared, and used any number of times.
 */
public final class ProfileReader {
  static final String EXPECTED = "a pprof profile (protobuf, gzip or plain)";

  private static final int BUFFER = 1 << 16;

  private final ReadLimits limits;

  /** A reader with the {@linkplain ReadLimits#DEFAULT default limits}. */
  public ProfileReader() {
    this(ReadLimits.DEFAULT);
  }

  /**
   * @param limits how much a profile may hold
   */
  public ProfileReader(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a profile.
   *
   * @param content all of the file
   * @param name its name for messages
   * @throws MalformedInputException if it is no profile, or damaged, or over the limits
   */
  public Profile read(byte[] content, String name) throws MalformedInputException {
    try {
      return read(new ByteArrayInputStream(content), name);
    } catch (MalformedInputException malformed) {
      throw malformed;
    } catch (IOException impossible) {
      throw new AssertionError("an array cannot fail", impossible);
    }
  }

  /**
   * Reads a profile up to the end of the stream, which is left open.
   *
   * @param content the file, from its first byte
   * @param name its name for messages
   * @throws MalformedInputException if it is no profile, or damaged, or over the limits
   * @throws IOException if the stream itself fails
   */
  public Profile read(InputStream content, String name) throws IOException {
    var source = new PushbackInputStream(content, 2);
    byte[] magic = source.readNBytes(2);
    if (magic.length == 0) {
      throw new MalformedInputException(name, 0, EXPECTED + ", found an empty file");
    }
    source.unread(magic);
    if (magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b) {
      try (var inflated = new GzipInput(source, name)) {
        return decode(inflated, name);
      }
    }
    return decode(source, name);
  }

  private Profile decode(InputStream content, String name) throws IOException {
    var plain = new PlainInput(content, name, limits.inflatedBytes());
    var wire = new WireReader(CodedInputStream.newInstance(plain, BUFFER), name);
    try {
      return new ProfileDecoder(name, wire, limits).decode();
    } catch (InvalidProtocolBufferException fault) {
      throw explain(plain, name, wire.malformed(fault));
    } catch (MalformedInputException fault) {
      throw explain(plain, name, fault);
    }
  }

  /** The fault, or what the content really is, where that is known. */
  private static MalformedInputException explain(
      PlainInput plain, String name, MalformedInputException fault) {
    if (plain.isEmpty()) {
      return fault.offset() > 0
          ? fault
          : new MalformedInputException(name, 0, EXPECTED + ", found no content");
    }
    return plain
        .hint()
        .map(hint -> new MalformedInputException(name, 0, hint.expectation()))
        .orElse(fault);
  }
}
