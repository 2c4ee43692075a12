package dev.heapline.lsp.feature;

import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.profile.ProfileCandidate;
import dev.heapline.lsp.editor.Documents;
import dev.heapline.lsp.editor.Documents.Document;
import dev.heapline.lsp.feature.HeapSnapshots.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RelativePattern;

/**
 * Files that change under the editor: a loaded profile that is written anew is loaded anew, and an
 * open Go file that is deleted is worth a word.
 *
 * <p>The editor tells of changes where it can be asked to; and because some cannot, and none may
 * watch a profile outside its folders, the one or two loaded files are looked at every other
 * second.
 */
public final class DiskFeature {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** A file that is being written is left alone until it has been still for this long. */
  private static final int SETTLED_MILLISECONDS = 300;

  private final Desk desk;
  private final HeapSnapshots snapshots;
  private final WorkspaceFeature workspace;
  private final DiagnosticsFeature diagnostics;
  private final Map<Role, Watched> watched = new EnumMap<>(Role.class);
  private final Set<Path> stored = ConcurrentHashMap.newKeySet();

  /** A file as it was last looked at. */
  private record Stamp(FileTime modified, long size) {}

  /**
   * @param loaded the stamp of what is loaded, or was tried
   * @param seen the stamp of the last look
   */
  private record Watched(Path file, Stamp loaded, Stamp seen) {}

  /** Makes the feature. */
  public DiskFeature(
      Desk desk,
      HeapSnapshots snapshots,
      WorkspaceFeature workspace,
      DiagnosticsFeature diagnostics) {
    this.desk = desk;
    this.snapshots = snapshots;
    this.workspace = workspace;
    this.diagnostics = diagnostics;
  }

  /** Asks the editor to tell of changed files, and starts to look by itself. */
  public void initialized() {
    var abilities = desk.editor().abilities();
    if (abilities.registersWatchers()) {
      var watchers = new ArrayList<FileSystemWatcher>();
      for (String pattern : patterns()) {
        if (abilities.relativePatterns()) {
          workspace.roots().forEach(root -> watchers.add(relative(root, pattern)));
        } else {
          var watcher = new FileSystemWatcher();
          watcher.setGlobPattern("**/" + pattern);
          watchers.add(watcher);
        }
      }
      desk.editor()
          .register(
              new Registration(
                  "heapline-files",
                  "workspace/didChangeWatchedFiles",
                  new DidChangeWatchedFilesRegistrationOptions(watchers)));
    }
    desk.work().every(PAUSE, this::look);
  }

  /** Takes notice that a file was opened. */
  public void opened(DidOpenTextDocumentParams parameters) {
    desk.documents()
        .find(parameters.getTextDocument().getUri())
        .ifPresent(document -> desk.work().background().execute(() -> lookForMissing(document)));
  }

  /** Takes notice of changed files. */
  public void changed(DidChangeWatchedFilesParams parameters) {
    var files =
        parameters.getChanges().stream()
            .map(FileEvent::getUri)
            .flatMap(uri -> Documents.file(uri).stream())
            .distinct()
            .toList();
    boolean modules = files.stream().anyMatch(DiskFeature::definesModules);
    var sources = files.stream().filter(file -> file.toString().endsWith(".go")).toList();
    desk.work()
        .background()
        .execute(
            () -> {
              sources.forEach(file -> desk.change(session -> session.fileChangedOnDisk(file)));
              if (modules) {
                var _ = workspace.scan();
              } else if (!sources.isEmpty()) {
                diagnostics.refreshAll();
              }
            });
    // Twice: once to see a change, once more to see that the file has settled.
    for (int look = 1; look <= 2; look++) {
      CompletableFuture.delayedExecutor(
              (long) look * SETTLED_MILLISECONDS, TimeUnit.MILLISECONDS, desk.work().background())
          .execute(this::look);
    }
  }

  private synchronized void look() {
    var snapshot = desk.snapshot();
    look(Role.MEASURE, snapshot.profile());
    look(Role.BASE, snapshot.base());
    var open = desk.documents().all();
    open.forEach(this::lookForMissing);
    stored.retainAll(open.stream().map(Document::path).toList());
  }

  private void look(Role role, Optional<LoadedProfile> profile) {
    var file = profile.flatMap(LoadedProfile::file);
    if (file.isEmpty()) {
      watched.remove(role);
      return;
    }
    var now = stamp(file.get());
    if (now.isEmpty()) {
      // Deleted, or about to be replaced. What was measured stays measured.
      return;
    }
    var before = watched.get(role);
    if (before == null || !before.file.equals(file.get())) {
      watched.put(role, new Watched(file.get(), now.get(), now.get()));
    } else if (!now.get().equals(before.loaded) && now.get().equals(before.seen)) {
      watched.put(role, new Watched(file.get(), now.get(), now.get()));
      snapshots.loadQuietly(
          role, file.get(), "The loaded heap snapshot changed and cannot be used any more: ");
    } else {
      watched.put(role, new Watched(file.get(), before.loaded, now.get()));
    }
  }

  /** Only what was seen to be there can be missing: a new file is on no disk yet. */
  private void lookForMissing(Document document) {
    var path = document.path();
    if (Files.exists(path)) {
      stored.add(path);
    } else if (stored.remove(path)) {
      desk.editor()
          .show(
              MessageType.Warning,
              desk.snapshot().workspace().display(path)
                  + " was deleted while it is open; heapline goes on with the text in the editor.");
    }
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      return Optional.of(new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static boolean definesModules(Path file) {
    var name = file.getFileName();
    return name != null && (name.endsWith("go.mod") || name.endsWith("go.work"));
  }

  private static List<String> patterns() {
    var patterns = new ArrayList<String>();
    patterns.add("*.go");
    patterns.add("go.mod");
    patterns.add("go.work");
    patterns.addAll(ProfileCandidate.PATTERNS);
    return patterns;
  }

  private FileSystemWatcher relative(Path root, String pattern) {
    var relative = new RelativePattern();
    relative.setBaseUri(desk.documents().uri(root));
    relative.setPattern("**/" + pattern);
    var watcher = new FileSystemWatcher();
    watcher.setGlobPattern(relative);
    return watcher;
  }
}
