package dev.heapline.lsp.feature;

import dev.heapline.linecost.file.Links;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What is known of a place, for a person who asks. */
public final class HoverFeature {
  private final Desk desk;

  /** Makes the feature. */
  public HoverFeature(Desk desk) {
    this.desk = desk;
  }

  /**
   * {@return the hover of a position; a null result, as the protocol has it, for nothing to say}
   */
  public CompletableFuture<?> hover(HoverParams parameters) {
    var position = parameters.getPosition();
    return desk.ask(
            parameters.getTextDocument().getUri(),
            file ->
                file.costs()
                    .hover(file.text().fromEditor(position), Links.fileUris())
                    .map(
                        hover ->
                            new Hover(
                                markup(desk, hover.markdown()),
                                file.text().toEditor(hover.range()))))
        .thenApply(Optionals::orNull);
  }

  /** {@return a Markdown text as the editor shows texts} */
  static MarkupContent markup(Desk desk, String markdown) {
    return desk.editor().abilities().markdown()
        ? new MarkupContent(MarkupKind.MARKDOWN, markdown)
        : new MarkupContent(MarkupKind.PLAINTEXT, PlainText.of(markdown));
  }
}
