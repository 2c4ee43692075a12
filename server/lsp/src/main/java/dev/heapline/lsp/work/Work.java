package dev.heapline.lsp.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The threads of one server. All are daemons: none keeps the process alive. */
public final class Work implements AutoCloseable {
  private final ExecutorService interactive;
  private final ExecutorService background;

  /** Makes pools that fit the machine; their threads start when they are first needed. */
  public Work() {
    int cores = Runtime.getRuntime().availableProcessors();
    this.interactive = pool("heapline-interactive-", Math.clamp(cores, 2, 4));
    this.background = pool("heapline-background-", Math.max(1, cores - 1));
  }

  /** {@return the threads for what a person waits for: a few milliseconds at a time} */
  public Executor interactive() {
    return interactive;
  }

  /** {@return the threads for everything that takes longer; they leave a core free} */
  public Executor background() {
    return background;
  }

  /**
   * Starts a task.
   *
   * @return its result; once cancelled, a task that has not started never does
   */
  public static <T> CompletableFuture<T> start(Executor pool, Supplier<T> task) {
    var result = new CompletableFuture<T>();
    pool.execute(
        () -> {
          if (result.isDone()) {
            return;
          }
          try {
            result.complete(task.get());
          } catch (Throwable e) {
            // Errors too: whoever waits for this would wait for ever.
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** Runs something again and again, on a thread that only waits in between, until told to stop. */
  public Repetition every(Duration pause, Runnable action) {
    var thread =
        Thread.ofVirtual()
            .name("heapline-repeat")
            .start(
                () -> {
                  try {
                    while (true) {
                      Thread.sleep(pause);
                      start(background, () -> run(action)).join();
                    }
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
    return thread::interrupt;
  }

  /** Something that happens again and again. */
  @FunctionalInterface
  public interface Repetition {
    /** Ends it. */
    void stop();
  }

  /** Lets go of what has not started, and interrupts what has. */
  @Override
  public void close() {
    interactive.shutdownNow();
    background.shutdownNow();
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }

  private static ExecutorService pool(String name, int threads) {
    var number = new AtomicInteger();
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> Thread.ofPlatform().name(name + number.incrementAndGet()).daemon().unstarted(task),
        // After the end of a session nobody waits for anything.
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
