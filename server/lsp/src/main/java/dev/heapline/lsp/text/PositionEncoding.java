package dev.heapline.lsp.text;

import org.eclipse.lsp4j.PositionEncodingKind;

/** What a position's {@code character} counts. */
public enum PositionEncoding {
  /** Bytes. */
  UTF_8(PositionEncodingKind.UTF8) {
    @Override
    int units(int length) {
      return length;
    }
  },
  /** UTF-16 code units: what every client understands. */
  UTF_16(PositionEncodingKind.UTF16) {
    @Override
    int units(int length) {
      return Utf8.utf16Units(length);
    }
  };

  private final String kind;

  PositionEncoding(String kind) {
    this.kind = kind;
  }

  /** {@return the encoding's name in the protocol} */
  public String kind() {
    return kind;
  }

  /**
   * {@return the units of one character}
   *
   * @param length the character's number of bytes
   */
  abstract int units(int length);
}
