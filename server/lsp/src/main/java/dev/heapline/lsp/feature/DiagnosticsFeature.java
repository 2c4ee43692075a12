package dev.heapline.lsp.feature;

import dev.heapline.linecost.file.Severity;
import dev.heapline.lsp.editor.Documents.Document;
import dev.heapline.lsp.rpc.StackTraces;
import dev.heapline.lsp.text.EditorText;
import dev.heapline.lsp.work.Lane;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Diagnostics, pushed.
 *
 * <p>Each file has a lane: while its diagnostics are being worked out, edits only note that they
 * have to be worked out once more. So nothing waits for a timer, nothing is worked out twice, and
 * what is published last is of the last text.
 */
public final class DiagnosticsFeature {
  private static final String SOURCE = "heapline";

  private final Desk desk;
  private final Map<String, FileLane> lanes = new ConcurrentHashMap<>();

  /** Makes the feature. */
  public DiagnosticsFeature(Desk desk) {
    this.desk = desk;
  }

  /** Publishes a file's diagnostics, or takes them away once it is closed. */
  public void refresh(Document document) {
    refresh(document, desk.work().interactive());
  }

  /** Publishes what has changed in other open files of the same folder: a package is a folder. */
  public void refreshBeside(Document changed) {
    Path folder = changed.path().getParent();
    desk.documents().all().stream()
        .filter(each -> !each.uri().equals(changed.uri()))
        .filter(each -> folder != null && folder.equals(each.path().getParent()))
        .forEach(each -> refresh(each, desk.work().background()));
  }

  /** Publishes what has changed in any open file. */
  public void refreshAll() {
    desk.documents().all().forEach(each -> refresh(each, desk.work().background()));
  }

  private void refresh(Document document, Executor pool) {
    lanes.computeIfAbsent(document.uri(), FileLane::new).lane.want(pool);
  }

  /** The diagnostics of one file; used by one thread at a time. */
  private final class FileLane {
    private final String uri;
    private final Lane lane = new Lane(this::run);
    private Optional<PublishDiagnosticsParams> published = Optional.empty();

    FileLane(String uri) {
      this.uri = uri;
    }

    private void run() {
      try {
        publish();
      } catch (CancellationException _) {
        // The session is ending.
      } catch (RuntimeException | StackOverflowError e) {
        desk.editor().log(MessageType.Error, uri + ": " + StackTraces.text(e));
      }
    }

    private void publish() {
      var found = desk.answer(snapshot -> OpenFile.find(desk, snapshot, uri).map(this::of));
      if (found.isPresent()) {
        if (!found.equals(published)) {
          desk.editor().publish(found.get());
          published = found;
        }
      } else if (published.isPresent()) {
        desk.editor().publish(new PublishDiagnosticsParams(uri, List.of()));
        published = Optional.empty();
      }
    }

    private PublishDiagnosticsParams of(OpenFile file) {
      var diagnostics =
          file.costs().diagnostics().stream().map(each -> convert(each, file)).toList();
      return new PublishDiagnosticsParams(uri, diagnostics, (int) file.costs().source().version());
    }
  }

  private Diagnostic convert(dev.heapline.linecost.file.Diagnostic diagnostic, OpenFile file) {
    var result = new Diagnostic(file.text().toEditor(diagnostic.range()), diagnostic.message());
    result.setSeverity(severity(diagnostic.severity()));
    result.setSource(SOURCE);
    result.setCode(diagnostic.code().id());
    result.setCodeDescription(new DiagnosticCodeDescription(diagnostic.code().page().toString()));
    if (desk.editor().abilities().relatedInformation() && !diagnostic.related().isEmpty()) {
      result.setRelatedInformation(
          diagnostic.related().stream()
              .map(each -> related(each, file.document().uri(), file.text()))
              .toList());
    }
    return result;
  }

  private static DiagnosticRelatedInformation related(
      dev.heapline.linecost.file.Diagnostic.Related related, String uri, EditorText text) {
    return new DiagnosticRelatedInformation(
        new Location(uri, text.toEditor(related.range())), related.message());
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFORMATION -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }
}
