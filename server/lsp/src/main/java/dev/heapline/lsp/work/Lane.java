package dev.heapline.lsp.work;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does one thing over and over, never twice at once, and never more often than is needed: requests
 * that arrive while it is being done are answered by doing it once more.
 */
public final class Lane {
  private final Runnable action;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean busy = new AtomicBoolean();

  /**
   * @param action reads what it needs when it runs; must not throw
   */
  public Lane(Runnable action) {
    this.action = action;
  }

  /** Wants the action done after now. */
  public void want(Executor pool) {
    wanted.set(true);
    if (busy.compareAndSet(false, true)) {
      pool.execute(() -> run(pool));
    }
  }

  private void run(Executor pool) {
    try {
      while (wanted.compareAndSet(true, false)) {
        action.run();
      }
    } finally {
      busy.set(false);
      // Wanted between the last look and now: the one who wanted it saw a busy lane.
      if (wanted.get() && busy.compareAndSet(false, true)) {
        pool.execute(() -> run(pool));
      }
    }
  }
}
