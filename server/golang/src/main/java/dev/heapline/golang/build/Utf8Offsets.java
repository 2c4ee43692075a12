package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Span;

/** From positions in the chars of a line to offsets in its UTF-8 bytes. */
final class Utf8Offsets {
  private final int[] offsets;

  Utf8Offsets(String line) {
    this.offsets = new int[line.length() + 1];
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      // The two halves of a rune beyond 16 bits share its four bytes.
      int bytes = c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      offsets[i + 1] = offsets[i] + bytes;
    }
  }

  int of(int position) {
    return offsets[position];
  }

  Span span(int start, int end) {
    return new Span(of(start), of(end));
  }
}
