package dev.heapline.lsp.feature;

import com.google.gson.JsonObject;
import dev.heapline.linecost.workspace.Workspace;
import dev.heapline.lsp.editor.Documents;
import dev.heapline.lsp.editor.Json;
import dev.heapline.lsp.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;

/** The folders that are open, and the Go modules in them. */
public final class WorkspaceFeature {
  private final Desk desk;
  private final Repaint repaint;
  private final List<Path> roots = new CopyOnWriteArrayList<>();

  /** Makes the feature. */
  public WorkspaceFeature(Desk desk, Repaint repaint) {
    this.desk = desk;
    this.repaint = repaint;
  }

  /**
   * Takes the folders of {@code initialize}, in any of the three ways in which editors name them.
   */
  public void start(JsonObject initialize) {
    var folders = new ArrayList<String>();
    Json.objects(initialize, "workspaceFolders")
        .forEach(folder -> Json.text(folder, "uri").ifPresent(folders::add));
    if (folders.isEmpty()) {
      Json.text(initialize, "rootUri").ifPresent(folders::add);
    }
    folders.forEach(uri -> Documents.file(uri).ifPresent(roots::add));
    if (roots.isEmpty()) {
      Json.text(initialize, "rootPath")
          .map(Path::of)
          .filter(Path::isAbsolute)
          .ifPresent(roots::add);
    }
  }

  /** {@return the folders} */
  public List<Path> roots() {
    return List.copyOf(roots);
  }

  /** Takes notice that folders were opened or closed. */
  public void changed(DidChangeWorkspaceFoldersParams parameters) {
    var event = parameters.getEvent();
    event.getRemoved().forEach(each -> Documents.file(each.getUri()).ifPresent(roots::remove));
    event
        .getAdded()
        .forEach(
            each ->
                Documents.file(each.getUri())
                    .filter(added -> !roots.contains(added))
                    .ifPresent(roots::add));
    var _ = scan();
  }

  /** Looks for the modules in the folders; done when they are known. */
  public CompletableFuture<Optional<Workspace>> scan() {
    return Work.start(
        desk.work().background(),
        () -> {
          var workspace = Workspace.of(List.copyOf(roots), desk.sources());
          desk.change(session -> session.changeWorkspace(workspace));
          repaint.all();
          return Optional.of(workspace);
        });
  }
}
