package dev.heapline.golang.types.check;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something about a declaration that is computed once, under its package's lock.
 *
 * <p>Who asks while it is being computed closes a cycle: {@code onCycle} is told, and the answer is
 * a provisional one.
 */
final class Resolution<T> {
  private final PackageScope scope;
  private final Supplier<T> compute;
  private final T provisional;
  private final Runnable onCycle;
  private volatile @Nullable T result;
  private boolean active;

  Resolution(PackageScope scope, Supplier<T> compute, T provisional, Runnable onCycle) {
    this.scope = scope;
    this.compute = compute;
    this.provisional = provisional;
    this.onCycle = onCycle;
  }

  /** {@return the answer where it was found out before} */
  Optional<T> known() {
    return Optional.ofNullable(result);
  }

  T get() {
    var known = result;
    return known != null ? known : resolve();
  }

  private T resolve() {
    scope.enter();
    try {
      var known = result;
      if (known != null) {
        return known;
      }
      if (active) {
        onCycle.run();
        return provisional;
      }
      active = true;
      try {
        known = compute.get();
      } finally {
        active = false;
      }
      result = known;
      return known;
    } finally {
      scope.leave();
    }
  }
}
