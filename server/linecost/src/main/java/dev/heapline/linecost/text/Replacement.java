package dev.heapline.linecost.text;

/** Some bytes of a text replaced by others. */
public final class Replacement {
  private final int start;
  private final int end;
  private final byte[] inserted;

  /**
   * @param start 0-based byte offset of the first byte that goes
   * @param end 0-based byte offset just past the last byte that goes
   * @param inserted what comes in its place, not changed by anyone from now on
   */
  public Replacement(int start, int end, byte[] inserted) {
    this.start = start;
    this.end = end;
    this.inserted = inserted;
  }

  /** {@return the 0-based byte offset of the first byte that goes} */
  public int start() {
    return start;
  }

  /** {@return the 0-based byte offset just past the last byte that goes} */
  public int end() {
    return end;
  }

  /** {@return what comes in its place, shared and not to be changed} */
  public byte[] inserted() {
    return inserted;
  }

  /** {@return the text after the change; offsets outside it count as its nearest end} */
  public byte[] applyTo(byte[] text) {
    int from = Math.clamp(start, 0, text.length);
    int to = Math.clamp(end, from, text.length);
    byte[] result = new byte[text.length - (to - from) + inserted.length];
    System.arraycopy(text, 0, result, 0, from);
    System.arraycopy(inserted, 0, result, from, inserted.length);
    System.arraycopy(text, to, result, from + inserted.length, text.length - to);
    return result;
  }
}
