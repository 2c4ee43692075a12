package dev.heapline.lsp.editor;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Shows that something is going on, once it takes long enough for a person to wonder. */
public final class ProgressReports {
  private static final int PATIENCE_MILLISECONDS = 500;

  private final Editor editor;
  private final Executor pool;
  private final AtomicInteger lastToken = new AtomicInteger();
  private final Map<Either<String, Integer>, CompletableFuture<?>> running =
      new ConcurrentHashMap<>();

  /**
   * @param pool where it is looked whether a task is still running
   */
  public ProgressReports(Editor editor, Executor pool) {
    this.editor = editor;
    this.pool = pool;
  }

  /**
   * Shows a progress as soon as the task has run for half a second, and until it is done.
   *
   * @param title what is going on
   * @param token the progress that the editor has made for it, if it has
   * @param task cancelled when the person cancels the progress
   */
  public void accompany(
      String title, Optional<Either<String, Integer>> token, CompletableFuture<?> task) {
    if (token.isEmpty() && !editor.abilities().progress()) {
      return;
    }
    CompletableFuture.delayedExecutor(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS, pool)
        .execute(
            () -> {
              if (task.isDone()) {
                return;
              }
              if (token.isPresent()) {
                show(title, token.get(), task);
                return;
              }
              String own = "heapline-" + lastToken.incrementAndGet();
              var _ =
                  editor
                      .createProgress(own)
                      .thenAcceptAsync(
                          created -> {
                            if (created) {
                              show(title, Either.forLeft(own), task);
                            }
                          },
                          pool);
            });
  }

  /** Cancels the task behind a progress. */
  public void cancel(Either<String, Integer> token) {
    var task = running.get(token);
    if (task != null) {
      task.cancel(true);
    }
  }

  private void show(String title, Either<String, Integer> token, CompletableFuture<?> task) {
    running.put(token, task);
    var begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setCancellable(true);
    editor.progress(token, begin);
    var _ =
        task.whenComplete(
            (_, _) -> {
              running.remove(token);
              editor.progress(token, new WorkDoneProgressEnd());
            });
  }
}
