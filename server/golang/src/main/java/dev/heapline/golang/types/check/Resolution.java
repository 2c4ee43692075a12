package dev.heapline.golang.types.check;

import java.util.Objects;
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
  private final T provisional;

  // Gone once the result is there, so that it does not hold the snapshot it was found in.
  private volatile @Nullable PackageScope scope;
  private @Nullable Supplier<T> compute;
  private @Nullable Runnable onCycle;
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
    var home = scope;
    if (home == null) {
      return Objects.requireNonNull(result);
    }
    home.enter();
    try {
      var known = result;
      if (known != null) {
        return known;
      }
      if (active) {
        Objects.requireNonNull(onCycle).run();
        return provisional;
      }
      active = true;
      try {
        known = Objects.requireNonNull(compute).get();
      } finally {
        active = false;
      }
      become(known);
      return known;
    } finally {
      home.leave();
    }
  }

  private void become(T known) {
    result = known;
    scope = null;
    compute = null;
    onCycle = null;
  }

  /** Takes over the result of another version, if it has one. */
  void keep(Resolution<T> before) {
    var known = before.result;
    if (known != null) {
      become(known);
    }
  }
}
