package dev.heapline.lsp.feature;

import dev.heapline.lsp.editor.Documents.Document;
import dev.heapline.lsp.text.ContentChange;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;

/**
 * Keeps step with the editor's texts. Runs on the thread that reads, in the order in which things
 * happen: the next message already refers to the text that this one made.
 */
public final class DocumentSync {
  private final Desk desk;
  private final DiagnosticsFeature diagnostics;
  private final SemanticTokensFeature tokens;

  /** Makes the feature. */
  public DocumentSync(Desk desk, DiagnosticsFeature diagnostics, SemanticTokensFeature tokens) {
    this.desk = desk;
    this.diagnostics = diagnostics;
    this.tokens = tokens;
  }

  /** Takes a text from the editor; one that is not Go is left alone. */
  public void opened(DidOpenTextDocumentParams parameters) {
    var item = parameters.getTextDocument();
    if (!"go".equals(item.getLanguageId()) && !item.getUri().endsWith(".go")) {
      return;
    }
    byte[] text = ContentChange.bytes(item.getText());
    var document = desk.documents().open(item.getUri());
    desk.change(session -> session.open(document.path(), item.getVersion(), text));
    diagnostics.refresh(document);
    diagnostics.refreshBeside(document);
  }

  /** Takes edits; of a file that was never opened there is nothing to edit. */
  public void changed(DidChangeTextDocumentParams parameters) {
    var identifier = parameters.getTextDocument();
    var document = desk.documents().find(identifier.getUri());
    if (document.isEmpty()) {
      return;
    }
    var path = document.get().path();
    var encoding = desk.editor().abilities().encoding();
    var edits =
        parameters.getContentChanges().stream()
            .map(each -> ContentChange.of(each, encoding))
            .toList();
    Integer version = identifier.getVersion();
    desk.change(session -> session.edit(path, version == null ? 0 : version, edits));
    diagnostics.refresh(document.get());
    diagnostics.refreshBeside(document.get());
  }

  /** Takes notice that what is stored is what is open. */
  public void saved(DidSaveTextDocumentParams parameters) {
    desk.documents()
        .find(parameters.getTextDocument().getUri())
        .map(Document::path)
        .ifPresent(path -> desk.change(session -> session.fileChangedOnDisk(path)));
  }

  /** Lets go of a text. */
  public void closed(DidCloseTextDocumentParams parameters) {
    String uri = parameters.getTextDocument().getUri();
    desk.documents()
        .close(uri)
        .ifPresent(
            document -> {
              desk.change(session -> session.close(document.path()));
              tokens.closed(uri);
              diagnostics.refresh(document);
              diagnostics.refreshBeside(document);
            });
  }
}
