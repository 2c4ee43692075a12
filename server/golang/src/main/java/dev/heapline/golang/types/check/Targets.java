package dev.heapline.golang.types.check;

import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import org.jspecify.annotations.Nullable;

/** What a generic function is assigned to, from which its type arguments may be inferred. */
final class Targets {
  private final Checker checker;

  Targets(Checker checker) {
    this.checker = checker;
  }

  /**
   * A place for a function.
   *
   * @param description names it in messages
   */
  record Target(Signature signature, String description) {}

  /** {@return a place of a type; {@code null} where the type is no function's} */
  @Nullable Target of(@Nullable Type type, String description) {
    return type != null
            && Underlying.common(checker.program, type).orElse(null) instanceof Signature signature
        ? new Target(signature, description)
        : null;
  }
}
