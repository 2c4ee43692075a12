package dev.heapline.golang.module;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first asked for. */
final class Once<T> {
  private final Supplier<T> supplier;
  private volatile @Nullable T value;

  Once(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  T get() {
    T known = value;
    return known == null ? compute() : known;
  }

  private synchronized T compute() {
    T known = value;
    if (known == null) {
      known = supplier.get();
      value = known;
    }
    return known;
  }
}
