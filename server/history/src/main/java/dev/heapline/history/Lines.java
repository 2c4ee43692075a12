package dev.heapline.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, numbered from 1, and their code: what is left of a line without its white
 * space.
 */
final class Lines {
  private final byte[] bytes;
  private final int[] starts;
  private volatile long @Nullable [] hashes;

  private Lines(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  static Lines of(byte[] bytes) {
    int[] starts = new int[16];
    int count = 1;
    for (int offset = 0; offset < bytes.length; offset++) {
      if (bytes[offset] == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = offset + 1;
      }
    }
    return new Lines(bytes, Arrays.copyOf(starts, count));
  }

  int count() {
    return starts.length;
  }

  int length() {
    return bytes.length;
  }

  /** {@return the line that an offset of the text, or its end, lies on} */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** {@return how much code there is between two offsets, in bytes} */
  int code(int from, int to) {
    int code = 0;
    for (int offset = from; offset < to; offset++) {
      if (isCode(bytes[offset])) {
        code++;
      }
    }
    return code;
  }

  /** {@return where a comment starts between two offsets of a line, or the end} */
  int commentStart(int from, int to) {
    for (int offset = from; offset + 1 < to; offset++) {
      if (bytes[offset] == '/'
          && bytes[offset + 1] == '/'
          && (offset == from || !isCode(bytes[offset - 1]))) {
        return offset;
      }
    }
    return to;
  }

  int start(int line) {
    return starts[line - 1];
  }

  /** {@return the offset just past the line, its line end included} */
  int end(int line) {
    return line < starts.length ? starts[line] : bytes.length;
  }

  boolean isBlank(int line) {
    for (int offset = start(line); offset < end(line); offset++) {
      if (isCode(bytes[offset])) {
        return false;
      }
    }
    return true;
  }

  /** {@return a hash of the line's code} */
  long hash(int line) {
    long[] known = hashes;
    if (known == null) {
      known = new long[starts.length];
      for (int each = 1; each <= starts.length; each++) {
        known[each - 1] = computeHash(each);
      }
      hashes = known;
    }
    return known[line - 1];
  }

  private long computeHash(int line) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int offset = start(line); offset < end(line); offset++) {
      if (isCode(bytes[offset])) {
        hash = (hash ^ (bytes[offset] & 0xff)) * 0x100000001b3L;
      }
    }
    return hash;
  }

  /** {@return the line's code} */
  byte[] code(int line) {
    return codeBetween(start(line), end(line));
  }

  /** {@return the line's code without a comment that follows it; a mere comment is all code} */
  byte[] codeWithoutComment(int line) {
    int start = start(line);
    int end = end(line);
    int comment = commentStart(start, end);
    return codeBetween(start, code(start, comment) > 0 ? comment : end);
  }

  private byte[] codeBetween(int from, int to) {
    byte[] code = new byte[to - from];
    int length = 0;
    for (int offset = from; offset < to; offset++) {
      if (isCode(bytes[offset])) {
        code[length++] = bytes[offset];
      }
    }
    return Arrays.copyOf(code, length);
  }

  /** {@return whether two lines have the same code} */
  static boolean same(Lines left, int leftLine, Lines right, int rightLine) {
    return left.hash(leftLine) == right.hash(rightLine)
        && Arrays.equals(left.code(leftLine), right.code(rightLine));
  }

  private static boolean isCode(byte each) {
    // Bytes of other scripts are negative and code.
    return each < 0 || each > ' ';
  }
}
