package dev.heapline.golang.syntax;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of the lists that are being parsed, innermost last. */
final class NodeStack {
  private @Nullable Object[] items = new @Nullable Object[64];
  private int size;

  /** {@return the place where a new list begins} */
  int mark() {
    return size;
  }

  void push(Object item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }

  /** {@return the item at a place} */
  <T> T get(int place, Class<T> type) {
    return requireNonNull(type.cast(items[place]));
  }

  void set(int place, Object item) {
    items[place] = item;
  }

  /** Drops everything from the mark on. */
  void reset(int mark) {
    // What is left above is overwritten or forgotten with the parser; clearing it costs too much.
    size = mark;
  }

  /** {@return the list of everything from the mark on, which leaves the stack} */
  <T> List<T> take(int mark, Class<T> type) {
    List<T> list =
        switch (size - mark) {
          case 0 -> List.of();
          case 1 -> List.of(get(mark, type));
          case 2 -> List.of(get(mark, type), get(mark + 1, type));
          default -> listOf(mark, type);
        };
    reset(mark);
    return list;
  }

  private <T> List<T> listOf(int mark, Class<T> type) {
    @SuppressWarnings("unchecked") // an array of a class's own type
    T[] elements = (T[]) Array.newInstance(type, size - mark);
    System.arraycopy(items, mark, elements, 0, elements.length);
    return List.of(elements);
  }
}
