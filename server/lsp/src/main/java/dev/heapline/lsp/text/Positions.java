package dev.heapline.lsp.text;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * The positions of one text, as the protocol counts them.
 *
 * <p>For the protocol a line ends with {@code \n}, {@code \r\n} or a {@code \r} alone; for Go only
 * with {@code \n}. So the two meet at byte offsets, never at line numbers.
 */
public final class Positions {
  private final byte[] bytes;
  private final int[] starts;
  private final PositionEncoding encoding;

  /**
   * @param bytes the text, not changed by anyone from now on
   * @param encoding what a position's character counts
   */
  public Positions(byte[] bytes, PositionEncoding encoding) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.starts = lineStarts(bytes);
  }

  /**
   * {@return the position of a byte offset}
   *
   * <p>An offset outside the text counts as its nearest end, one inside a character as the
   * character's start, one inside a line's end as the start of that end.
   */
  public Position at(int offset) {
    int target = Math.clamp(offset, 0, bytes.length);
    int found = Arrays.binarySearch(starts, target);
    int line = found >= 0 ? found : -found - 2;
    int stop = Math.min(target, contentEnd(line));
    int units = 0;
    for (int at = starts[line]; at < stop; ) {
      int length = bytes[at] >= 0 ? 1 : Utf8.length(bytes, at, bytes.length);
      if (at + length > stop) {
        break;
      }
      units += encoding.units(length);
      at += length;
    }
    return new Position(line, units);
  }

  /** {@return the range between two byte offsets} */
  public Range range(int start, int end) {
    return new Range(at(start), at(end));
  }

  /** {@return the position just past the last character of the line that an offset is on} */
  public Position lineEnd(int offset) {
    return at(contentEnd(at(offset).getLine()));
  }

  /**
   * {@return where a position is in the text}
   *
   * <p>A character past the line's end counts as the line's end, a line past the last one as the
   * end of the text, as the protocol asks.
   */
  public Cut cut(Position position) {
    int line = position.getLine();
    if (line < 0) {
      return new Cut(0, false);
    }
    if (line >= starts.length) {
      return new Cut(bytes.length, false);
    }
    int end = contentEnd(line);
    int left = position.getCharacter();
    int at = starts[line];
    while (at < end && left > 0) {
      int length = bytes[at] >= 0 ? 1 : Utf8.length(bytes, at, bytes.length);
      int units = encoding.units(length);
      if (units > left) {
        return new Cut(at, true);
      }
      left -= units;
      at += length;
    }
    return new Cut(at, false);
  }

  /** {@return the byte offset of a position; inside a character, the character's start} */
  public int offset(Position position) {
    return cut(position).offset();
  }

  /**
   * A place in a text that a position names.
   *
   * @param offset the byte offset, at the start of a character
   * @param insideCharacter whether the position points into the character that starts there: into
   *     the middle of a surrogate pair, or between the bytes of one character
   */
  public record Cut(int offset, boolean insideCharacter) {}

  private int contentEnd(int line) {
    if (line + 1 == starts.length) {
      return bytes.length;
    }
    int end = starts[line + 1] - 1;
    boolean pair = bytes[end] == '\n' && end > starts[line] && bytes[end - 1] == '\r';
    return pair ? end - 1 : end;
  }

  private static int[] lineStarts(byte[] bytes) {
    int[] starts = new int[Math.max(16, bytes.length / 24)];
    int count = 1;
    for (int at = 0; at < bytes.length; at++) {
      byte each = bytes[at];
      boolean ends =
          each == '\n' || (each == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = at + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
