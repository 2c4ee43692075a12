package dev.heapline.base;

import java.io.IOException;

/**
 * Input that is not what it claims to be: a truncated profile, a picture where a heap dump was
 * expected, a setting of the wrong type.
 *
 * <p>The one error of every reader of untrusted bytes. It names the file, the offset and what was
 * expected there, so that the message alone is enough to find the cause.
 */
public final class MalformedInputException extends IOException {
  /** The offset of an error that belongs to the input as a whole. */
  public static final long NO_OFFSET = -1;

  private static final long serialVersionUID = 1;

  private final String file;
  private final long offset;
  private final String expected;

  /**
   * @param file the name of the input as the user would recognise it
   * @param offset 0-based byte offset of the fault, after decompression where the input is
   *     compressed, or {@link #NO_OFFSET}
   * @param expected what was expected there, and what was found where that helps, without a capital
   *     or a full stop: {@code "a gzip or plain protobuf profile, found a JPEG image"}
   */
  public MalformedInputException(String file, long offset, String expected) {
    super(message(file, offset, expected));
    this.file = file;
    this.offset = offset;
    this.expected = expected;
  }

  private static String message(String file, long offset, String expected) {
    return offset == NO_OFFSET
        ? file + ": expected " + expected
        : file + ": at byte " + offset + ": expected " + expected;
  }

  /** {@return the name of the input} */
  public String file() {
    return file;
  }

  /** {@return the 0-based byte offset of the fault, or {@link #NO_OFFSET}} */
  public long offset() {
    return offset;
  }

  /** {@return what was expected at the offset} */
  public String expected() {
    return expected;
  }
}
