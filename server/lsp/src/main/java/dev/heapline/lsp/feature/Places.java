package dev.heapline.lsp.feature;

import dev.heapline.linecost.session.Snapshot;
import dev.heapline.linecost.text.Place;
import dev.heapline.linecost.text.Range;
import dev.heapline.lsp.text.EditorText;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;

/** Places in the protocol's words. */
final class Places {
  private Places() {}

  /** {@return the place, for an editor to go to; a whole line becomes the text on it} */
  static Location location(Desk desk, Snapshot snapshot, Place place) {
    String uri = desk.documents().uri(place.path());
    return snapshot
        .source(place.path())
        .map(source -> new EditorText(source, desk.editor().abilities().encoding()))
        .map(text -> new Location(uri, range(text, place.range())))
        .orElseGet(() -> new Location(uri, startOf(place.line())));
  }

  private static org.eclipse.lsp4j.Range range(EditorText text, Range range) {
    return range.equals(Range.startOf(range.start().line()))
        ? text.lineToEditor(range.start().line())
        : text.toEditor(range);
  }

  private static org.eclipse.lsp4j.Range startOf(int line) {
    var start = new Position(line - 1, 0);
    return new org.eclipse.lsp4j.Range(start, start);
  }
}
