package dev.heapline.golang.syntax;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the parser where there is room for deep recursion, whatever thread it was called on.
 *
 * <p>Source that needs this is not written by people; a thread for each such place is fine.
 */
final class FreshStack {
  /** Enough for {@link Grammar#MAXIMUM_DEPTH} levels of interpreted code, several times over. */
  private static final long BYTES = 16L << 20;

  private FreshStack() {}

  /** {@return what the supplier gives, on a new thread; the caller's thread waits} */
  static <T> T call(Supplier<T> supplier) {
    var run = new Run<>(supplier);
    var thread = new Thread(null, run, "deep Go source", BYTES);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return run.result();
  }

  private static final class Run<T> implements Runnable {
    private final Supplier<T> supplier;
    private @Nullable T result;

    Run(Supplier<T> supplier) {
      this.supplier = supplier;
    }

    @Override
    public void run() {
      result = supplier.get();
    }

    T result() {
      T value = result;
      if (value == null) {
        throw new IllegalStateException("the deep parse ended without a result");
      }
      return value;
    }
  }
}
