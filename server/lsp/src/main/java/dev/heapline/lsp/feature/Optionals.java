package dev.heapline.lsp.feature;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is empty here is null in the protocol. */
final class Optionals {
  private Optionals() {}

  /** {@return the value, or the null that the protocol wants for none} */
  static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
