package dev.heapline.alloc.flow;

import dev.heapline.base.Quantity;

/** The most bytes that the compiler puts on the stack ({@code cmd/compile/internal/ir/cfg.go}). */
enum StackLimit {
  /** Of what has no variable of its own: {@code new}, {@code &T{…}}, {@code make}. */
  IMPLICIT(64 << 10),
  /** Of a declared variable. */
  VARIABLE(128 << 10);

  private final long bytes;

  StackLimit(long bytes) {
    this.bytes = bytes;
  }

  boolean isExceededBy(long size) {
    return size > bytes;
  }

  /** {@return why something of the given size, which exceeds the limit, is on the heap} */
  String reason(long size) {
    String text = Quantity.bytes(size);
    String limit = Quantity.bytes(bytes);
    // Rounded alike, the two would not tell what is wrong.
    boolean close = text.equals(limit);
    return "too large for the stack: %s, and the limit is %s"
        .formatted(
            close ? Quantity.count(size) + " bytes" : text, close ? Quantity.count(bytes) : limit);
  }
}
