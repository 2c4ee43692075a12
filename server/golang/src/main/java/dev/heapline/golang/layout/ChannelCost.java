package dev.heapline.golang.layout;

import java.util.Optional;

/**
 * What channels take.
 *
 * @see <a href="https://go.dev/src/runtime/chan.go">makechan</a>
 */
final class ChannelCost {
  /** Larger elements the compiler refuses. */
  private static final long MOST_ELEMENT = (1 << 16) - 1;

  private static final int BUFFER_ALIGNMENT = 8;

  private final SizeClasses classes;

  ChannelCost(SizeClasses classes) {
    this.classes = classes;
  }

  /** {@return what {@code make} takes; nothing where it panics or is refused} */
  Optional<HeapCost> of(ValueLayout element, long capacity) {
    var buffer = capacity < 0 ? Optional.<ValueLayout>empty() : element.times(capacity);
    if (element.size() > MOST_ELEMENT
        || buffer.isEmpty()
        || buffer.get().size() > classes.largestObject() - header()) {
      return Optional.empty();
    }
    long bytes = buffer.get().size();
    if (bytes == 0 || !element.hasPointers()) {
      // One object, the buffer behind the header.
      return Optional.of(
          classes.cost(Math.ceilDiv(header(), BUFFER_ALIGNMENT) * BUFFER_ALIGNMENT + bytes));
    }
    var header = new ValueLayout(header(), classes.word(), header());
    return Optional.of(classes.cost(header).plus(classes.cost(buffer.get())));
  }

  /** Twelve words, of which one may be two smaller numbers, and the lock's word or two. */
  private long header() {
    return classes.word() == 4 ? 60 : 112;
  }
}
