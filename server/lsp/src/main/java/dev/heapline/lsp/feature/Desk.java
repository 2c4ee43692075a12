package dev.heapline.lsp.feature;

import dev.heapline.linecost.session.Session;
import dev.heapline.linecost.session.Snapshot;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import dev.heapline.lsp.editor.Documents;
import dev.heapline.lsp.editor.Editor;
import dev.heapline.lsp.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the features of one session share: the editor, its open files, what is known, who works. */
public final class Desk {
  private final Editor editor;
  private final Work work;
  private final Sources sources = Sources.ofDisk();
  private final Documents documents = new Documents();
  private final Session session =
      new Session(Workspace.of(List.of(), sources), Settings.DEFAULT, sources);

  /**
   * @param editor what is said goes here
   * @param work closed by whoever made it
   */
  public Desk(Editor editor, Work work) {
    this.editor = editor;
    this.work = work;
  }

  /** {@return the editor} */
  public Editor editor() {
    return editor;
  }

  /** {@return the threads} */
  public Work work() {
    return work;
  }

  /** {@return the files that the editor has open} */
  public Documents documents() {
    return documents;
  }

  /** {@return the files as they are stored} */
  public Sources sources() {
    return sources;
  }

  /** {@return the state as it is now} */
  public Snapshot snapshot() {
    return session.snapshot();
  }

  /**
   * Changes the state. Edits come from the thread that reads, profiles and settings from others;
   * they take turns here, and none keeps the turn for longer than it takes to make a snapshot.
   */
  public void change(Consumer<Session> change) {
    synchronized (session) {
      change.accept(session);
    }
  }

  /**
   * Asks a question that a person waits for.
   *
   * <p>When the text changes while it is being answered, it is asked again of the new one: that is
   * the one which the editor has by now.
   */
  public <T> CompletableFuture<T> ask(Function<Snapshot, T> question) {
    return Work.start(work.interactive(), () -> answer(question));
  }

  /** Asks about an open file; empty where it is not open. */
  public <T> CompletableFuture<Optional<T>> ask(
      String uri, Function<OpenFile, Optional<T>> question) {
    return ask(snapshot -> OpenFile.find(this, snapshot, uri).flatMap(question));
  }

  /** {@return the answer that the newest snapshot gives, on the calling thread} */
  public <T> T answer(Function<Snapshot, T> question) {
    while (true) {
      var snapshot = session.snapshot();
      try {
        return question.apply(snapshot);
      } catch (CancellationException e) {
        if (!snapshot.isOutdated() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }
}
