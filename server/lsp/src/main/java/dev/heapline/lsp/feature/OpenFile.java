package dev.heapline.lsp.feature;

import dev.heapline.linecost.file.FileCosts;
import dev.heapline.linecost.session.Snapshot;
import dev.heapline.lsp.editor.Documents.Document;
import dev.heapline.lsp.text.EditorText;
import java.util.Optional;

/**
 * A file that the editor has open, in one snapshot.
 *
 * @param document how the editor knows it
 * @param costs all that is known of it
 * @param text its places
 */
record OpenFile(Snapshot snapshot, Document document, FileCosts costs, EditorText text) {
  /** {@return the open file of a URI} */
  static Optional<OpenFile> find(Desk desk, Snapshot snapshot, String uri) {
    return desk.documents()
        .find(uri)
        .flatMap(
            document ->
                snapshot
                    .costs(document.path())
                    .map(
                        costs ->
                            new OpenFile(
                                snapshot,
                                document,
                                costs,
                                new EditorText(
                                    costs.source(), desk.editor().abilities().encoding()))));
  }
}
